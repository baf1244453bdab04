package dev.retinue.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL that runs, as its {@code postmaster.pid} tells (PostgreSQL manual, "Database File Layout"). */
record PostgresServer(ProcessHandle process, Path pidFile, int port) {

    private static final int PORT_LINE = 3;

    private static final int STATUS_LINE = 7;

    private static final long PAUSE_MILLIS = 20;

    /**
     * The server of these files, whoever started it, once it takes connections.
     *
     * @throws IOException where it is starting or stopping for longer than the patience
     */
    static Optional<PostgresServer> of(Path files, Duration patience) throws IOException {
        var pidFile = files.resolve("postmaster.pid");
        for (var end = Instant.now().plus(patience); Instant.now().isBefore(end); pause()) {
            var lines = lines(pidFile);
            var process = lines.stream().findFirst().flatMap(PostgresServer::process);
            if (process.isEmpty()) {
                if (!lines.isEmpty()) {
                    Files.deleteIfExists(pidFile);
                }
                return Optional.empty();
            }
            if (lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready")) {
                return Optional.of(new PostgresServer(
                        process.get(),
                        pidFile,
                        Integer.parseInt(lines.get(PORT_LINE).strip())));
            }
        }
        throw new IOException(
                "PostgreSQL in " + files + " is neither up nor down after " + patience.toSeconds() + " s");
    }

    /** The server of these files once it takes connections, or nothing where the process that starts it ends without one. */
    static Optional<PostgresServer> startedBy(Process start, Path files, Duration patience) throws IOException {
        while (true) {
            var ended = !start.isAlive();
            var server = of(files, patience);
            if (server.isPresent() || ended) {
                return server;
            }
            pause();
        }
    }

    /** Fast shutdown: ends every connection, writes everything, and returns when all is written. */
    void stop(Duration patience) throws IOException {
        if (!process.isAlive()) {
            return;
        }
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        for (var end = Instant.now().plus(patience); Instant.now().isBefore(end); pause()) {
            if (!Files.exists(pidFile) || !process.isAlive()) {
                return;
            }
        }
        throw new IOException(
                "PostgreSQL, process " + process.pid() + ", did not stop in " + patience.toSeconds() + " s");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for PostgreSQL");
        }
    }

    private static List<String> lines(Path pidFile) throws IOException {
        try {
            return Files.readAllLines(pidFile);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** The process of that number, unless it ended and another program has its number now. */
    private static Optional<ProcessHandle> process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("/postgres").contains("/postgres"));
    }
}
