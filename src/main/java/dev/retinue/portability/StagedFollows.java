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

    @Override
    public void close() throws IOException {
        out.close();
    }
}
