package dev.retinue.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between the site and its database, counts the questions, and is as bad as a test wants: it lets everything pass, holds it
 * back, or cuts it off.
 */
public class FaultProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    private final LongAdder questions = new LongAdder();

    private volatile int target;

    private volatile boolean cut;

    private volatile boolean held;

    public FaultProxy(int target) throws IOException {
        this.target = target;
        run(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How often the site has waited for an answer of the database. */
    public long questions() {
        return questions.sum();
    }

    /** From now on the database is there. */
    public void lead(int port) {
        target = port;
    }

    /** Ends every connection, and takes none, as a database that is stopped. */
    public void cut() throws IOException {
        cut = true;
        for (var each : open) {
            each.close();
        }
        open.clear();
    }

    /** Keeps every connection, and passes nothing on, as a machine that hangs. */
    public void hold() {
        held = true;
    }

    /** As if nothing had been. */
    public synchronized void mend() {
        cut = false;
        held = false;
        notifyAll();
    }

    private void accept() throws IOException {
        while (true) {
            var client = server.accept();
            open.add(client);
            run(() -> serve(client));
        }
    }

    /** As long as both ends take part; where no database does, the client is told by the end of its connection. */
    private void serve(Socket client) throws IOException {
        try (client) {
            if (!cut) {
                var database = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(database);
                var waiting = new AtomicBoolean();
                run(() -> pass(client.getInputStream(), database, () -> asked(waiting)));
                pass(database.getInputStream(), client, () -> waiting.set(false));
            }
        }
    }

    private void asked(AtomicBoolean waiting) {
        if (!waiting.getAndSet(true)) {
            questions.increment();
        }
    }

    private void pass(InputStream from, Socket to, Runnable beforehand) throws IOException {
        var buffer = new byte[1 << 14];
        try (from;
                to) {
            for (var length = from.read(buffer); length > 0; length = from.read(buffer)) {
                waitWhileHeld();
                beforehand.run();
                to.getOutputStream().write(buffer, 0, length);
            }
        }
    }

    private synchronized void waitWhileHeld() throws IOException {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Until a connection ends, however it ends. */
    private static void run(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
