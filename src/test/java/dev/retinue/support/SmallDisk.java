package dev.retinue.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A file system of its own, in memory, that a test can fill and empty. */
public class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 14;

    private final Path folder;

    private final Path ballast;

    /** Only root may, and not in every container: where this process may not, the test is skipped. */
    public SmallDisk(Path folder, int megabytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.ballast = folder.resolve("ballast");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) != 0) {
            throw new TestAbortedException("Nothing can be mounted here");
        }
    }

    /** To the last byte. */
    public void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            while (hasRoom()) {
                out.write(new byte[CHUNK]);
            }
        }
    }

    private boolean hasRoom() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() >= CHUNK;
    }

    public void empty() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        if (run("umount", folder.toString()) != 0) {
            throw new IOException("Still in use: " + folder);
        }
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
