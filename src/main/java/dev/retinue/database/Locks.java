package dev.retinue.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/**
 * What the processes on one data directory agree on, by locks on three bytes of one file. The operating system frees
 * them when a process ends, however it ends.
 */
class Locks implements AutoCloseable {

    /** Held while the server is started or stopped. */
    private static final long GATE = 0;

    /** Shared by all who use the server. */
    private static final long USERS = 1;

    /** Held by the one who serves pages. */
    private static final long SERVING = 2;

    private final FileChannel file;

    Locks(DataDirectory data) throws IOException {
        file = FileChannel.open(data.file("lock"), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits for its turn, and lasts until it is released or this is closed. */
    FileLock gate() throws IOException {
        return file.lock(GATE, 1, false);
    }

    FileLock use() throws IOException {
        return file.lock(USERS, 1, true);
    }

    /** Whether nobody uses the server, asked by who no longer does and holds the gate. */
    boolean nobodyUses() throws IOException {
        return take(USERS);
    }

    /** Whether nobody else serves; if so, this process does until it ends. */
    boolean serve() throws IOException {
        return take(SERVING);
    }

    private boolean take(long position) throws IOException {
        return file.tryLock(position, 1, false) != null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
