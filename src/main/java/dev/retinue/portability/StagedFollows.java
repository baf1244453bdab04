package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.users.Username;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Puts rows by COPY into a temporary table, {@code staged}. A username has no character that COPY reads as its own. */
class StagedFollows implements FollowFile.Sink, AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private static final String NEW_USERS = """
            insert into users (username, username_key, created_at)
            select distinct on (key) name, key, now() from (
                select follower as name, follower_key as key, line from staged
                union all select followed, followed_key, line from staged) named
            where not exists (select from users where username_key = key)
                and not exists (select from former_usernames where username_key = key)
            order by key, line
            on conflict (username_key) do nothing
            """;

    /** All that is between them, as everything else holds it: first of all, and in order of user id. */
    private static final String HOLD = """
            select c.user_id from follow_counts c join users u on u.id = c.user_id
            where username_key in (select follower_key from staged union select followed_key from staged)
                or c.user_id in (select user_id from former_usernames where username_key in (
                    select follower_key from staged union select followed_key from staged))
            order by c.user_id for update of c
            """;

    /** Locked as the foreign keys of a follow would lock them, but all at once: nobody among them can be removed. */
    private static final String KNOWN_USERS = """
            create temporary table known on commit drop as
            select id, username_key from users
            where username_key in (select follower_key from staged union select followed_key from staged)
            for key share
            """;

    /** A name that a user had means that user. */
    private static final String FORMERLY_KNOWN_USERS = """
            insert into known (id, username_key)
            select u.id, former.username_key from former_usernames former join users u on u.id = former.user_id
            where former.username_key in (select follower_key from staged union select followed_key from staged)
            for key share of u
            """;

    /** Who follows themself by a name of before, has a copy of 0, and who stands beside a block, of -1. */
    private static final String PAIRS = """
            create temporary table pairs on commit drop as
            select line, follower.id as follower_id, followed.id as followed_id,
                case when follower.id <> followed.id
                    then row_number() over (partition by follower.id, followed.id order by line) else 0 end as copy
            from staged
            join known follower on follower.username_key = follower_key
            join known followed on followed.username_key = followed_key
            """;

    private static final String BLOCKED_PAIRS = """
            update pairs set copy = -1 from (
                select blocker_id as one, blocked_id as other from blocks
                union select blocked_id, blocker_id from blocks) apart
            where follower_id = one and followed_id = other
            """;

    private final PGCopyOutputStream out;

    private StagedFollows(PGCopyOutputStream out) {
        this.out = out;
    }

    static StagedFollows in(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table staged (
                        line bigint, follower text, follower_key text, followed text, followed_key text) on commit drop
                    """);
        }
        return new StagedFollows(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy staged from stdin", BUFFER_BYTES));
    }

    @Override
    public void follow(long line, Username follower, Username followed) throws IOException {
        var row = line + "\t" + follower.text() + "\t" + follower.key() + "\t" + followed.text() + "\t" + followed.key()
                + "\n";
        out.write(row.getBytes(UTF_8));
    }

    /** Makes the users that are missing, and tells how many. */
    static long makeUsers(Connection connection) throws SQLException {
        Load.update(connection, "analyze staged");
        return Load.update(connection, NEW_USERS);
    }

    /** Finds both users of every row, into a temporary table {@code pairs}, and keeps them from being removed. */
    static void pairUp(Connection connection) throws SQLException {
        Load.run(connection, HOLD);
        Load.update(connection, KNOWN_USERS);
        Load.update(connection, FORMERLY_KNOWN_USERS);
        Load.update(connection, "analyze known");
        Load.update(connection, PAIRS);
        Load.update(connection, BLOCKED_PAIRS);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
