package dev.retinue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's first step: mvnw finds, fetches and checks Maven. Another Maven's part is played by a script. */
class MvnwTest {

    private static final String SUM = "0000000000000000000000000000000000000000000000000000000000000000";

    @TempDir
    Path folder;

    private record Run(int exitCode, String output) {}

    @BeforeEach
    void aCopyOfTheScript() throws IOException {
        Files.createDirectories(folder.resolve(".mvn/wrapper"));
        Files.createDirectories(folder.resolve("bin"));
        for (var file : new String[] {"mvnw", ".mvn/wrapper/Fetch.java"}) {
            Files.copy(Path.of(file), folder.resolve(file));
        }
        pin(SUM);
    }

    @Test
    void theCachedMavenRunsWithEveryArgumentAsItWas() throws Exception {
        script(
                folder.resolve("cache/wrapper/dists/apache-maven-3.9.11-bin/" + SUM.substring(0, 16) + "/bin/mvn"),
                "printf '<%s>' \"$@\"");
        var run = mvnw("verify", "-Dname=two words", "", "it's");
        assertThat(run).isEqualTo(new Run(0, "<verify><-Dname=two words><><it's>"));
    }

    @Test
    void aMavenOnThePathFetchesThePinnedOneOnce() throws Exception {
        var zip = folder.resolve("maven.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("apache-maven-3.9.11/bin/mvn"));
            out.write("#!/bin/sh\necho pinned \"$@\"\n".getBytes());
        }
        pin(sum(zip));
        script(
                folder.resolve("bin/mvn"),
                "for last in \"$@\"; do :; done; cp " + zip
                        + " \"${last#-DoutputDirectory=}/apache-maven-3.9.11-bin.zip\"");
        var first = mvnw("verify");
        assertThat(first.output()).contains("mvnw: fetching Maven 3.9.11").endsWith("pinned verify\n");
        assertThat(mvnw("verify").output()).isEqualTo("pinned verify\n");
    }

    @Test
    void whatHasTheWrongSumIsNotInstalled() throws Exception {
        script(
                folder.resolve("bin/mvn"),
                "for last in \"$@\"; do :; done; echo wrong >"
                        + " \"${last#-DoutputDirectory=}/apache-maven-3.9.11-bin.zip\"");
        var run = mvnw("verify");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("is expected: nothing was installed.");
        try (var left = Files.list(folder.resolve("cache/wrapper/dists/apache-maven-3.9.11-bin"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void offlineItSaysWhatToDo() throws Exception {
        script(folder.resolve("bin/mvn"), "exit 1");
        var run = mvnw("verify");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("the Maven on the PATH could not fetch it", "could not download", "Offline?")
                .doesNotContain("\tat ");
    }

    private void pin(String sum) throws IOException {
        Files.writeString(
                folder.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "distributionUrl=http://127.0.0.1:1/apache-maven-3.9.11-bin.zip\ndistributionSha256Sum=" + sum + "\n");
    }

    private static void script(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private Run mvnw(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(folder.resolve("mvnw").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MAVEN_USER_HOME", folder.resolve("cache").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, ours) -> ours + ":" + path);
        builder.environment().remove("MAVEN_OPTS");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }
}
