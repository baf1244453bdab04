package dev.retinue.portability;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Loads a file of follows into the database, in one transaction and by the database's own means: users that are missing
 * are made (nobody can log in as them), follows that are there stay as they are. Loading a file again changes nothing.
 */
@ApplicationScoped
public class Load {

    /** The follows that were not there before. */
    private static final String BEGUN = """
            create temporary table begun (
                follower_id bigint, followed_id bigint,
                follower_hidden boolean not null default false, followed_hidden boolean not null default false)
            on commit drop
            """;

    private static final String NEW_FOLLOWS = """
            with new as (
                insert into follows (follower_id, followed_id, timestamp)
                select follower_id, followed_id, now() from pairs where copy = 1 order by follower_id, followed_id
                on conflict do nothing
                returning follower_id, followed_id)
            insert into begun (follower_id, followed_id) table new
            """;

    private static final String HIDE_FOLLOWERS =
            "update begun set follower_hidden = true from users where id = follower_id and hidden_since is not null";

    private static final String HIDE_FOLLOWED =
            "update begun set followed_hidden = true from users where id = followed_id and hidden_since is not null";

    private static final String HIDE = """
            update follows f set follower_hidden = b.follower_hidden, followed_hidden = b.followed_hidden from begun b
            where (b.follower_hidden or b.followed_hidden)
                and f.follower_id = b.follower_id and f.followed_id = b.followed_id
            """;

    private static final String END_REQUESTS = """
            delete from follow_requests r using begun b
            where r.follower_id = b.follower_id and r.followed_id = b.followed_id
            """;

    private static final String EVENTS = """
            insert into follow_events (follower_id, followed_id, kind, timestamp, fresh)
            select follower_id, followed_id, 'FOLLOWED', now(), false from begun
            """;

    /** In order of user id, as everyone locks counts. */
    private static final String COUNTS = """
            insert into follow_counts as c (user_id, followers, following, hidden_followers, hidden_following)
            select user_id, count(*) filter (where follower and not hidden), count(*) filter (where not follower and not hidden),
                count(*) filter (where follower and hidden), count(*) filter (where not follower and hidden)
            from (select followed_id as user_id, true as follower, follower_hidden as hidden from begun
                union all select follower_id, false, followed_hidden from begun) gained
            group by user_id order by user_id
            on conflict (user_id) do update
            set followers = c.followers + excluded.followers, following = c.following + excluded.following,
                hidden_followers = c.hidden_followers + excluded.hidden_followers,
                hidden_following = c.hidden_following + excluded.hidden_following
            """;

    /** Until it knows better, the database plans as for the tables of before: on an emptied one, by reading them whole. */
    private static final String SIZES = "analyze users, follows, follow_counts, follow_events";

    private static final String SELF_FOLLOW = "from pairs where copy = 0";

    private static final String BLOCKED = "from pairs where copy = -1";

    private static final String TWICE_IN_FILE = "from pairs where copy > 1";

    private static final String FOLLOWED_ALREADY = """
            from pairs left join begun using (follower_id, followed_id) where copy = 1 and begun is null
            """;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    AgroalDataSource database;

    /** Memory does not grow with the file. */
    public LoadReport run(FollowFile file, Progress progress) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var report = load(file, progress, connection);
                connection.commit();
                return report;
            } finally {
                connection.rollback();
            }
        }
    }

    private static LoadReport load(FollowFile file, Progress progress, Connection connection)
            throws IOException, SQLException {
        var report = new LoadReport();
        update(connection, "set local work_mem = '64MB'");
        progress.step("Reading");
        try (var staged = StagedFollows.in(connection)) {
            file.read(progress, staged, report);
        }
        progress.step("Making the users that are missing");
        report.users = StagedFollows.makeUsers(connection);
        progress.step("Making the follows that are missing");
        StagedFollows.pairUp(connection);
        trustForeignKeys(connection);
        update(connection, BEGUN);
        report.follows = update(connection, NEW_FOLLOWS);
        skip(Skip.SELF_FOLLOW, SELF_FOLLOW, connection, report);
        skip(Skip.BLOCKED, BLOCKED, connection, report);
        skip(Skip.TWICE_IN_FILE, TWICE_IN_FILE, connection, report);
        skip(Skip.KNOWN, FOLLOWED_ALREADY, connection, report);
        progress.step("Counting");
        update(connection, HIDE_FOLLOWERS);
        update(connection, HIDE_FOLLOWED);
        update(connection, HIDE);
        update(connection, END_REQUESTS);
        update(connection, EVENTS);
        update(connection, COUNTS);
        update(connection, SIZES);
        return report;
    }

    /**
     * Spares the database two look-ups a row, which {@link StagedFollows#pairUp} has done for all. Only some roles may: an
     * operator's external database may keep to its row by row.
     */
    private static void trustForeignKeys(Connection connection) throws SQLException {
        var before = connection.setSavepoint();
        try {
            update(connection, "set local session_replication_role = replica");
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return Math.max(0, statement.executeLargeUpdate(sql));
        }
    }

    private static void skip(Skip reason, String rows, Connection connection, LoadReport report) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select line, count(*) over () " + rows + " order by line limit " + LoadReport.LINES_SHOWN)) {
            var lines = new ArrayList<Long>();
            var count = 0L;
            while (found.next()) {
                lines.add(found.getLong(1));
                count = found.getLong(2);
            }
            report.skip(reason, count, lines);
        }
    }
}
