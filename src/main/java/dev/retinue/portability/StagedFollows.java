package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.users.Username;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts rows by COPY into a temporary table, {@code staged}: a follow as the numbers of its two names, and before it the names that were
 * not told yet, each with its number as follower. A username has no character that COPY reads as its own.
 */
class StagedFollows implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Half of the memory that there may be: each name that was forgotten is one more to store, and to look up for all rows. */
    private final Names names = new Names(Runtime.getRuntime().maxMemory() / 2);

    private final PGCopyOutputStream out;

    private int told;

    private StagedFollows(PGCopyOutputStream out) {
        this.out = out;
    }

    static StagedFollows in(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table staged (
                        line bigint, follower int, followed int, username text, username_key text) on commit drop
                    """);
        }
        return new StagedFollows(new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy staged from stdin with (null '')", BUFFER_BYTES));
    }

    /** Takes a row, or says why it does not. */
    Optional<Skip> follow(long line, String follower, String followed) throws IOException {
        try {
            var one = names.of(follower);
            var other = names.of(followed);
            if (one.means(other)) {
                return Optional.of(Skip.SELF_FOLLOW);
            }
            write(line + "\t" + number(one) + "\t" + number(other) + "\t\t\n");
            return Optional.empty();
        } catch (Username.Malformed e) {
            return Optional.of(Skip.NOT_A_USERNAME);
        }
    }

    private int number(Names.Name name) throws IOException {
        if (!name.told()) {
            told = Math.incrementExact(told);
            var username = name.tell(told);
            write("\t" + told + "\t\t" + username.text() + "\t" + username.key() + "\n");
        }
        return name.number();
    }

    private void write(String row) throws IOException {
        out.write(row.getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
