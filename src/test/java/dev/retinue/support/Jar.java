package dev.retinue.support;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged jar as an operator runs it, on a data directory, with its output in a file. */
public class Jar implements Site, AutoCloseable {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 90;

    private static final Pattern LOGIN = Pattern.compile("Log in as (.+), password (\\S+) ");

    private final Process process;

    private final Path output;

    private final int port;

    private final int managementPort;

    private Jar(Process process, Path output, int port, int managementPort) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Serves, and takes requests already. The options are settings such as {@code -Dretinue.demo=false}. */
    public static Jar serving(Path data, String... options) throws IOException, InterruptedException {
        var jar = start(data, List.of(options), List.of());
        jar.await("Listening on");
        return jar;
    }

    /** Begins to serve, or to run a command. Words that begin with {@code -D} are settings. */
    public static Jar starting(Path data, String... words) throws IOException {
        var isSetting = Stream.of(words).collect(partitioningBy(word -> word.startsWith("-D")));
        return start(data, isSetting.get(true), isSetting.get(false));
    }

    /** Runs a command, or tries to serve where it cannot, to its end. */
    public static Jar ran(Path data, String... command) throws IOException, InterruptedException {
        var jar = starting(data, command);
        jar.awaitEnd();
        return jar;
    }

    /** What a person types to run a command on that data directory, but for the command. */
    static String line(Path data) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return "'%s' -Xmx256m '-Dretinue.data-dir=%s' -jar '%s'".formatted(java, data, JAR);
    }

    private static Jar start(Path data, List<String> options, List<String> command) throws IOException {
        var port = FreePort.next();
        var managementPort = FreePort.next();
        var output = Files.createTempFile(Path.of("target"), "jar-", ".log");
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx256m", "-Dretinue.data-dir=" + data, "-Dquarkus.http.port=" + port));
        words.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.management.port=" + managementPort));
        words.addAll(options);
        words.addAll(List.of("-jar", JAR.toString()));
        words.addAll(command);
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Jar(process, output, port, managementPort);
    }

    @Override
    public int port() {
        return port;
    }

    /** To what only the operator sees. */
    public RequestSpecification management() {
        return request().port(managementPort);
    }

    /** The session cookie of the member whose log-in stands in the output. */
    public String logInAsTold() throws IOException, InterruptedException {
        await("Log in as");
        var told = LOGIN.matcher(output());
        assertThat(told.find()).isTrue();
        return logIn(told.group(1), told.group(2));
    }

    public String logIn(String username, String password) {
        return request()
                .formParam("username", username)
                .formParam("password", password)
                .post("/login")
                .then()
                .statusCode(303)
                .extract()
                .cookie("retinue");
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /** The exit code. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return exitCode();
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** As {@code kill -9} does: at once, and with no word to anyone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM does, and waits for nothing. */
    public void stop() {
        process.destroy();
    }

    /** As Ctrl-C does, and waits for the end. */
    @Override
    public void close() throws IOException {
        stop();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("stopped")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public void await(String words) throws IOException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!output().contains(words)) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("\"%s\" in the output:%n%s", words, output())
                    .isTrue();
            Thread.sleep(20);
        }
    }
}
