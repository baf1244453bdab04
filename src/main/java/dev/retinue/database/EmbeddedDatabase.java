package dev.retinue.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * The PostgreSQL that Retinue brings along. All processes on a data directory share one server: the first starts it, the
 * last stops it, and one left behind by a process that was killed is taken over.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Locks locks;

    private final FileLock use;

    private final Cluster cluster;

    private final PostgresServer server;

    private EmbeddedDatabase(Locks locks, FileLock use, Cluster cluster, PostgresServer server) {
        this.locks = locks;
        this.use = use;
        this.cluster = cluster;
        this.server = server;
    }

    /** For the process that serves pages, of which there is one. */
    public static EmbeddedDatabase toServe(DataDirectory data) throws IOException, SQLException {
        var locks = new Locks(data);
        if (!locks.serve()) {
            locks.close();
            throw new IOException("Another one serves from " + data.path()
                    + " already. Stop it, or give this one a directory of its own with -Dretinue.data-dir=DIR.");
        }
        return open(data, locks);
    }

    /** For a command, beside the process that serves or without it. */
    public static EmbeddedDatabase toUse(DataDirectory data) throws IOException, SQLException {
        return open(data, new Locks(data));
    }

    private static EmbeddedDatabase open(DataDirectory data, Locks locks) throws IOException, SQLException {
        var gate = locks.gate();
        try {
            var cluster = new Cluster(data);
            return new EmbeddedDatabase(locks, locks.use(), cluster, cluster.start());
        } catch (IOException | SQLException | RuntimeException e) {
            locks.close();
            throw e;
        } finally {
            if (gate.isValid()) {
                gate.release();
            }
        }
    }

    /** The configuration that leads the application to this database. */
    public Map<String, String> settings() throws IOException {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:" + server.port() + "/postgres",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                cluster.password());
    }

    /** Stops the server, unless another process uses it. */
    @Override
    public void close() throws IOException {
        try (locks) {
            locks.gate();
            use.release();
            if (locks.nobodyUses()) {
                server.stop(PATIENCE);
            }
        }
    }
}
