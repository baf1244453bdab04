package dev.retinue.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The files of the embedded PostgreSQL: made once, then started and stopped. The caller sees to it that one does so. */
class Cluster {

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int ANY_PORT = 0;

    /** Held by this process although the server has ended, where it started it before; {@link Locks} are what counts. */
    private static final String LIBRARYS_LOCK = "epg-lock";

    private static final String DRAFT = "postgres-draft-";

    private final DataDirectory data;

    private final Path home;

    Cluster(DataDirectory data) throws IOException {
        this.data = data;
        this.home = data.resolve("postgres");
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
        deleteHalfUnpackedBinaries();
        Files.deleteIfExists(home.resolve(LIBRARYS_LOCK));
        if (!Files.isDirectory(home)) {
            create();
        }
        launch(home, port);
        var log = log();
        return PostgresServer.of(home, PATIENCE)
                .orElseThrow(() -> new IOException("PostgreSQL did not start: see " + log));
    }

    /** Under another name until it is whole, so that a start cut short leaves nothing that looks like a database. */
    private void create() throws IOException, SQLException {
        deleteOldDrafts();
        var draft = data.resolve(DRAFT + UUID.randomUUID());
        try (var server = launch(draft, ANY_PORT);
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password() + "'");
        }
        Files.writeString(draft.resolve("pg_hba.conf"), """
                        # Only with the password beside this folder, and only from this machine.
                        host all all 127.0.0.1/32 scram-sha-256
                        host all all ::1/128 scram-sha-256
                        """);
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return data.secret("postgres.password");
    }

    /** What is answered is on disk: the library's own settings would trade that for speed. */
    private EmbeddedPostgres launch(Path files, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("lc-ctype", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("wal_buffers", "16MB")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password())
                .start();
    }

    /** Inside a private folder: the library lets everyone write to the one it unpacks into. */
    private Path binaries() throws IOException {
        return data.folder("postgres-binaries").resolve("unpacked");
    }

    private Path log() throws IOException {
        return data.file("postgres.log");
    }

    /** The library takes a file that it finds for a whole one. */
    private void deleteHalfUnpackedBinaries() throws IOException {
        if (Files.isDirectory(binaries())) {
            try (var versions = Files.newDirectoryStream(binaries())) {
                for (var version : versions) {
                    if (!Files.exists(version.resolve(".exists"))) {
                        delete(version);
                    }
                }
            }
        }
    }

    /** What a start that was killed still writes stays for the next time. */
    private void deleteOldDrafts() throws IOException {
        try (var drafts = Files.newDirectoryStream(data.path(), DRAFT + "*")) {
            for (var draft : drafts) {
                try {
                    delete(draft);
                } catch (IOException | UncheckedIOException e) {
                    LOG.debugf(e, "%s is still in use", draft);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
