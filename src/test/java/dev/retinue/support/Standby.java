package dev.retinue.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** A streaming replica of an embedded database, which applies whatever it gets two seconds later. */
public class Standby implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the copy of a server that runs must not have (PostgreSQL manual, "Making a Base Backup Using the Low Level API"). */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "epg-lock");

    private final Path files;

    private final File binaries;

    private final String password;

    private EmbeddedPostgres server;

    private Standby(Path folder, File binaries, String password) {
        this.files = folder;
        this.binaries = binaries;
        this.password = password;
    }

    /** @param data the data directory of the database that has those settings, and runs */
    public static Standby of(Path data, Map<String, String> settings, Path folder) throws IOException, SQLException {
        var address = settings.get("quarkus.datasource.jdbc.url");
        var password = settings.get("quarkus.datasource.password");
        var binaries = data.resolve("postgres-binaries").toFile().listFiles()[0];
        var standby = new Standby(folder, binaries, password);
        try (var database = DriverManager.getConnection(address, "postgres", password)) {
            standby.copy(data.resolve("postgres"), database);
        }
        standby.configure(address.replaceAll("\\D", ""));
        standby.start(0);
        return standby;
    }

    private void copy(Path primary, Connection database) throws IOException, SQLException {
        Files.writeString(
                primary.resolve("pg_hba.conf"),
                "host replication all 127.0.0.1/32 scram-sha-256\n",
                StandardOpenOption.APPEND);
        ask(database, "select pg_reload_conf()");
        ask(database, "select pg_backup_start('standby', true)");
        try (var all = Files.walk(primary)) {
            for (var path : (Iterable<Path>) all.filter(path -> isCopied(primary.relativize(path)))::iterator) {
                copy(path, files.resolve(primary.relativize(path).toString()));
            }
        }
        Files.createDirectory(files.resolve("pg_wal"));
        Files.writeString(files.resolve("backup_label"), ask(database, "select labelfile from pg_backup_stop()"));
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwx------"));
    }

    /** Files that vanish meanwhile are not needed. */
    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException e) {
            assertThat(from).doesNotExist();
        }
    }

    private static boolean isCopied(Path path) {
        return !NOT_COPIED.contains(path.getName(0).toString());
    }

    private void configure(String port) throws IOException {
        Files.createFile(files.resolve("standby.signal"));
        Files.writeString(files.resolve("postgresql.auto.conf"), """
                        primary_conninfo = 'host=127.0.0.1 port=%s user=postgres password=%s'
                        recovery_min_apply_delay = '2s'
                        """.formatted(port, password));
    }

    private void start(int port) throws IOException {
        Files.deleteIfExists(files.resolve("epg-lock"));
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(true)
                .setOverrideWorkingDirectory(binaries)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password)
                .start();
    }

    public int port() {
        return server.getPort();
    }

    /** From now on it stays as it is, however much it gets. */
    public void pause() throws Exception {
        ask("select pg_wal_replay_pause()");
        await("paused", "select pg_get_wal_replay_pause_state()");
    }

    public void resume() throws SQLException {
        ask("select pg_wal_replay_resume()");
    }

    /** Whether it has heard of that column of the users. */
    public boolean has(String column) throws SQLException {
        return !ask("select count(*) from information_schema.columns where table_name = 'users' and column_name = '"
                        + column + "'")
                .equals("0");
    }

    /** Whether the site has asked it for what a page shows, within a second. */
    public boolean isAsked() throws SQLException {
        return !ask("""
                        select count(*) from pg_stat_activity where application_name = 'retinue replica'
                            and query like '%users%' and query_start > now() - interval '1 second'""").equals("0");
    }

    /** As {@code kill -9} does; and waits for all that it consisted of. */
    public void kill() throws IOException, InterruptedException, ExecutionException {
        var pid = Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip();
        var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var parts = process.children().toList();
        process.destroyForcibly();
        process.onExit().get();
        for (var part : parts) {
            part.onExit().get();
        }
    }

    /** At the same port. */
    public void startAgain() throws IOException {
        start(server.getPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void await(String answer, String question) throws Exception {
        for (var end = Instant.now().plus(PATIENCE); !ask(question).equals(answer); Thread.sleep(50)) {
            assertThat(Instant.now()).as(question).isBefore(end);
        }
    }

    private String ask(String question) throws SQLException {
        var address = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
        try (var connection = DriverManager.getConnection(address, "postgres", password)) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
