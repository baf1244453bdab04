package dev.retinue.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The PostgreSQL that Retinue brings along. All processes on a data directory share one server: the first starts it, the
 * last stops it, and one left behind by a process that was killed is taken over.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Locks locks;

    private final FileLock use;

    private final Cluster cluster;

    private PostgresServer server;

    private boolean closed;

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
        var database = open(data, locks);
        database.watch();
        return database;
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

    /** Where the server ends by itself, it is started again. */
    private void watch() {
        server.process().onExit().thenRun(this::startAgain);
    }

    /** At the same port, by which the application knows it. */
    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        try {
            server = startedAgain();
            watch();
            LOG.warn("PostgreSQL had ended by itself, and was started again");
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("PostgreSQL has ended by itself, and does not start", e);
            CompletableFuture.delayedExecutor(PAUSE.toSeconds(), TimeUnit.SECONDS)
                    .execute(this::startAgain);
        }
    }

    private PostgresServer startedAgain() throws IOException, SQLException {
        var gate = locks.gate();
        try {
            return cluster.start(server.port());
        } finally {
            gate.release();
        }
    }

    /** Stops the server, unless another process uses it. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (locks) {
            locks.gate();
            use.release();
            if (locks.nobodyUses()) {
                server.stop(PATIENCE);
            }
        }
    }
}
