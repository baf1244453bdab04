package dev.retinue.portability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes the staged rows pairs of users, in a temporary table {@code pairs} in order of their ids, each with the reason to skip it where
 * there is one. Until the transaction ends, nothing else changes what is between any of them.
 */
class Pairing {

    private static final String NAMES = """
            create temporary table names on commit drop as
            select follower as number, username, username_key from staged where username_key is not null
            """;

    private static final String KEYS = """
            create temporary table keys on commit drop as
            select username_key, min(number) as number from names group by username_key
            """;

    /** As they are written where they come first, with ids in that order. Into the indexes of names they come in the order of those. */
    private static final String NEW_USERS = """
            insert into users (id, username, username_key, created_at)
            select id, username, username_key, now() from (
                select nextval('users_id_seq') as id, n.username, k.username_key from keys k join names n using (number)
                where not exists (select from users u where u.username_key = k.username_key)
                    and not exists (select from former_usernames f where f.username_key = k.username_key)
                order by number) told
            order by username_key
            on conflict (username_key) do nothing
            """;

    /** All that is between them, as everything else holds it: first of all, and in order of user id. */
    private static final String HOLD = """
            select c.user_id from follow_counts c join users u on u.id = c.user_id
            where username_key in (select username_key from keys)
                or c.user_id in (select user_id from former_usernames join keys using (username_key))
            order by c.user_id for update of c
            """;

    /** Locked as the foreign keys of a follow would lock them, but all at once: nobody among them can be removed. */
    private static final String KNOWN_USERS = """
            create temporary table known on commit drop as
            select id, username_key, hidden_since is not null as hidden from users
            where username_key in (select username_key from keys)
            for key share
            """;

    /** A name that a user had means that user. */
    private static final String FORMERLY_KNOWN_USERS = """
            insert into known (id, username_key, hidden)
            select u.id, former.username_key, hidden_since is not null
            from former_usernames former join users u on u.id = former.user_id
            where former.username_key in (select username_key from keys)
            for key share of u
            """;

    private static final String NUMBERED = """
            create temporary table numbered on commit drop as
            select number, id, hidden from names join known using (username_key)
            """;

    /** Who follows themself here does so by a name of before. */
    private static final String PAIRS = """
            create temporary table pairs on commit drop as
            select line, follower.id as follower_id, followed.id as followed_id,
                follower.hidden as follower_hidden, followed.hidden as followed_hidden,
                case when follower.id = followed.id then 'SELF_FOLLOW'
                    when row_number() over (partition by follower.id, followed.id order by line) > 1 then 'TWICE_IN_FILE'
                    when f.follower_id is not null then 'KNOWN' end as skip
            from staged
            join numbered follower on follower.number = staged.follower
            join numbered followed on followed.number = staged.followed
            left join follows f on f.follower_id = follower.id and f.followed_id = followed.id
            """;

    private static final String BLOCKED = """
            update pairs set skip = 'BLOCKED' from (
                select blocker_id as one, blocked_id as other from blocks
                union select blocked_id, blocker_id from blocks) apart
            where follower_id = one and followed_id = other
            """;

    private static final String SKIPPED = """
            select skip, max(rows), array_agg(line order by line) from (
                select skip, line, count(*) over (partition by skip) as rows,
                    row_number() over (partition by skip order by line) as place
                from pairs where skip is not null) skipped
            where place <= %d group by skip""".formatted(LoadReport.LINES_SHOWN);

    private final Connection connection;

    Pairing(Connection connection) {
        this.connection = connection;
    }

    /** Makes the users that are missing, and tells how many. */
    long makeUsers() throws SQLException {
        update("analyze staged");
        update(NAMES);
        update("analyze names");
        update(KEYS);
        update("analyze keys");
        return update(NEW_USERS);
    }

    /** Finds both of each row, and tells how many follows are missing. */
    long pairUp(LoadReport report) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(HOLD);
        }
        update(KNOWN_USERS);
        update(FORMERLY_KNOWN_USERS);
        update("analyze known");
        update(NUMBERED);
        update("analyze numbered");
        var pairs = update(PAIRS);
        update(BLOCKED);
        update("analyze pairs");
        return pairs - reportSkipped(report);
    }

    private long reportSkipped(LoadReport report) throws SQLException {
        var skipped = 0L;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(SKIPPED)) {
            while (found.next()) {
                var lines = List.of((Long[]) found.getArray(3).getArray());
                report.skip(Skip.valueOf(found.getString(1)), found.getLong(2), lines);
                skipped += found.getLong(2);
            }
        }
        return skipped;
    }

    private long update(String sql) throws SQLException {
        return Load.update(connection, sql);
    }
}
