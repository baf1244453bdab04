package dev.retinue.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A person at a terminal: a program on a pseudo-terminal of its own, which util-linux' {@code script} makes. */
public class Pty implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private final OutputStream keys;

    private final StringBuffer screen = new StringBuffer();

    private final Thread reader;

    private int seen;

    private Pty(Process process) {
        this.process = process;
        this.keys = process.getOutputStream();
        this.reader = new Thread(() -> read(process.getInputStream()));
        reader.setDaemon(true);
        reader.start();
    }

    /** The packaged jar with a command. */
    public static Pty of(Path data, String command) throws IOException {
        var line = "stty cols 120 rows 40; " + Jar.line(data) + " " + command;
        var program = new ProcessBuilder("script", "-qfec", line, "/dev/null").redirectErrorStream(true);
        program.environment().put("TERM", "xterm");
        return new Pty(program.start());
    }

    /** Presses these keys. */
    public void type(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
    }

    /** Waits until these words come after what was awaited before. */
    public void await(String words) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (screen().indexOf(words, seen) < 0) {
            assertThat(System.nanoTime() < end && (reader.isAlive() || screen().indexOf(words, seen) >= 0))
                    .as("\"%s\" after what was seen of:%n%s", words, screen())
                    .isTrue();
            Thread.sleep(20);
        }
        seen = screen().indexOf(words, seen) + words.length();
    }

    /** Without what moves the cursor and colours. */
    public String screen() {
        return screen.toString()
                .replaceAll("\u001b(\\[[0-9;?]*[ -/]*[@-~]|[()].|[=>])", "")
                .replace("\r", "");
    }

    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private void read(InputStream output) {
        var bytes = new byte[4096];
        try {
            for (var count = output.read(bytes); count >= 0; count = output.read(bytes)) {
                screen.append(new String(bytes, 0, count, UTF_8));
            }
        } catch (IOException e) {
            screen.append(e);
        }
    }
}
