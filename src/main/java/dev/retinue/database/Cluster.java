package dev.retinue.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The files of the embedded PostgreSQL: made once, then started and stopped. The caller sees to it that one does so. */
class Cluster {

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int ANY_PORT = 0;

    private static final String DRAFT = "postgres-draft-";

    /** What is answered is on disk. */
    private static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", SharedBuffers.here().toString(),
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "100",
            "wal_buffers", "16MB",
            "timezone", "UTC",
            "unix_socket_directories", "");

    private final DataDirectory data;

    private final Path home;

    private final Programs programs;

    Cluster(DataDirectory data) throws IOException {
        this.data = data;
        this.home = data.resolve("postgres");
        this.programs = new Programs(data);
    }

    /** The server of these files: the one that runs already, or a new one at any port. */
    PostgresServer start() throws IOException, SQLException {
        return start(ANY_PORT);
    }

    /** @param port of a new one */
    PostgresServer start(int port) throws IOException, SQLException {
        var running = PostgresServer.of(home, PATIENCE);
        if (running.isPresent()) {
            return running.get();
        }
        makeWhatIsMissing();
        var log = log();
        var start = programs.start(home, options(port == ANY_PORT ? freePort() : port), log);
        return PostgresServer.startedBy(start, home, PATIENCE)
                .orElseThrow(() -> new IOException("PostgreSQL did not start: see " + log));
    }

    /** The library unpacks the programs when it makes the files of a server. */
    private void makeWhatIsMissing() throws IOException, SQLException {
        deleteOldDrafts();
        if (programs.areWhole() && Files.isDirectory(home)) {
            return;
        }
        if (!programs.areWhole()) {
            programs.clear();
        }
        var draft = draft();
        if (Files.isDirectory(home)) {
            deleteOldDrafts();
        } else {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Files under another name until they are whole, so that a start cut short leaves nothing that looks like a database. */
    private Path draft() throws IOException, SQLException {
        var draft = data.resolve(DRAFT + UUID.randomUUID());
        try (var server = library(draft);
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password() + "'");
        }
        Files.writeString(draft.resolve("pg_hba.conf"), """
                        # Only with the password beside this folder, and only from this machine.
                        host all all 127.0.0.1/32 scram-sha-256
                        host all all ::1/128 scram-sha-256
                        """);
        return draft;
    }

    String password() throws IOException {
        return data.secret("postgres.password");
    }

    private EmbeddedPostgres library(Path files) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs.folder())
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("lc-ctype", "C.UTF-8");
        SETTINGS.forEach(server::setServerConfig);
        return server.start();
    }

    private static List<String> options(int port) {
        var options = new ArrayList<>(List.of("-p", String.valueOf(port)));
        SETTINGS.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        return options;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(ANY_PORT)) {
            return socket.getLocalPort();
        }
    }

    private Path log() throws IOException {
        return data.file("postgres.log");
    }

    /** What a start that was killed still writes stays for the next time. */
    private void deleteOldDrafts() throws IOException {
        try (var drafts = Files.newDirectoryStream(data.path(), DRAFT + "*")) {
            for (var draft : drafts) {
                try {
                    Programs.delete(draft);
                } catch (IOException | UncheckedIOException e) {
                    LOG.debugf(e, "%s is still in use", draft);
                }
            }
        }
    }
}
