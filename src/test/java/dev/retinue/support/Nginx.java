package dev.retinue.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * nginx in front of several instances, as src/docs/operations.md has it, but for the {@code X-Forwarded} headers: those are what the
 * test sends.
 */
public class Nginx implements Site, AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/sbin/nginx", "/usr/bin/nginx");

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 1;
            pid %1$s/pid;
            error_log %1$s/error.log;
            events {}
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                upstream retinue {
                    %2$s
                }
                server {
                    listen 127.0.0.1:%3$d;
                    location / {
                        proxy_pass http://retinue;
                        proxy_set_header Host $http_host;
                    }
                }
            }
            """;

    private final Path folder;

    private final int port = FreePort.next();

    private final Process process;

    /** Where there is none the test is skipped; on a machine of CI, where it must be there, the test fails. */
    public Nginx(Path folder, Jar... instances) throws IOException {
        this.folder = Files.createDirectories(folder);
        write(instances);
        process = new ProcessBuilder(program(), "-c", configuration().toString(), "-g", user())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        awaitReady();
    }

    /** It writes its number when it takes connections. */
    private void awaitReady() throws IOException {
        Patience.until(() -> Files.exists(folder.resolve("pid")) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException(Files.readString(folder.resolve("output")));
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** From now on only these get requests; what others have begun is answered. */
    public void leadTo(Jar... instances) throws IOException, InterruptedException {
        var workers = process.children().toList();
        write(instances);
        new ProcessBuilder("sh", "-c", "kill -HUP " + process.pid()).start().waitFor();
        Patience.until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void write(Jar... instances) throws IOException {
        var servers = Stream.of(instances)
                .map(each -> "server 127.0.0.1:" + each.port() + " max_fails=0;")
                .collect(Collectors.joining(" "));
        Files.writeString(configuration(), CONFIGURATION.formatted(folder, servers, port));
    }

    private Path configuration() {
        return folder.resolve("nginx.conf");
    }

    /** Root's folder is for root alone. */
    private static String user() {
        return System.getProperty("user.name").equals("root") ? "user root root;" : "";
    }

    private static String program() {
        return PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> missing("No nginx found: apt-get install nginx-light"));
    }

    private static RuntimeException missing(String sentence) {
        return System.getenv("CI") == null ? new TestAbortedException(sentence) : new IllegalStateException(sentence);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
