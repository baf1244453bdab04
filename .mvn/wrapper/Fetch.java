import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/** Puts the pinned Maven into the wrapper's cache. Run by mvnw as {@code java Fetch.java PROPERTIES HOME}. */
class Fetch {

    private static final String WAY_OUT =
            "Offline? Run this once with a network, put any Maven that reaches a mirror on the PATH, set"
                    + " MAVEN_OPTS=-Dhttps.proxyHost=... for a proxy, or copy the folder ~/.m2/wrapper from a machine"
                    + " that has it.";

    public static void main(String[] args) throws Exception {
        try {
            fetch(Path.of(args[0]), Path.of(args[1]));
        } catch (Refusal e) {
            say(e.getMessage());
            System.exit(1);
        }
    }

    private static void fetch(Path file, Path home) throws Exception {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Files.createDirectories(home.getParent());
        var work = Files.createTempDirectory(home.getParent(), "fetch-");
        try {
            var archive = archive(properties.getProperty("distributionUrl"), work);
            check(archive, properties.getProperty("distributionSha256Sum"));
            install(unpacked(archive, work), home);
        } finally {
            delete(work);
        }
    }

    private static class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String sentence) {
            super(sentence);
        }
    }

    /** By a Maven of any age on the PATH, through whatever mirror it is set up with; else from the address itself. */
    private static Path archive(String url, Path work) throws IOException, InterruptedException, Refusal {
        var name = url.substring(url.lastIndexOf('/') + 1);
        var version = name.replaceAll("^apache-maven-|-bin\\.zip$", "");
        var archive = work.resolve(name);
        say("fetching Maven " + version + " (once; it is kept in the Maven cache)");
        if (!copiedByMaven(version, work, archive)) {
            download(url, archive);
        }
        return archive;
    }

    private static boolean copiedByMaven(String version, Path work, Path archive)
            throws IOException, InterruptedException {
        try {
            var log = work.resolve("mvn.log").toFile();
            new ProcessBuilder(
                            "mvn",
                            "-B",
                            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                            "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                            "-DoutputDirectory=" + work)
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return false; // no Maven on the PATH
        }
        if (!Files.exists(archive)) {
            say("the Maven on the PATH could not fetch it; trying the Apache archive");
        }
        return Files.exists(archive);
    }

    private static void download(String url, Path archive) throws InterruptedException, Refusal {
        try {
            var client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(20))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofFile(archive));
            if (answer.statusCode() != 200) {
                throw new Refusal(url + " answered " + answer.statusCode() + ". " + WAY_OUT);
            }
        } catch (IOException e) {
            throw new Refusal("could not download " + url + " (" + e + "). " + WAY_OUT);
        }
    }

    private static void check(Path archive, String expected) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = Files.newInputStream(archive)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        var actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(expected)) {
            throw new Refusal(archive.getFileName() + " has the SHA-256 sum " + actual + ", but " + expected
                    + " is expected: nothing was installed.");
        }
    }

    /** The one folder in the archive, unpacked. */
    private static Path unpacked(Path archive, Path work) throws IOException {
        var to = work.resolve("unpacked");
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException("the archive leads outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        try (var folders = Files.list(to)) {
            var home = folders.findFirst().orElseThrow();
            home.resolve("bin/mvn").toFile().setExecutable(true);
            return home;
        }
    }

    /** In one step, so that a run cut short leaves no half of it; another that was faster is as good. */
    private static void install(Path from, Path home) throws IOException {
        if (Files.exists(home) && !Files.exists(home.resolve("bin/mvn"))) {
            delete(home);
        }
        try {
            Files.move(from, home);
        } catch (FileSystemException e) {
            if (!Files.exists(home.resolve("bin/mvn"))) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static void say(String line) {
        System.err.println("mvnw: " + line);
    }
}
