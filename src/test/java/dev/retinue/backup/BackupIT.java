package dev.retinue.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's backup, from the packaged jar. */
class BackupIT {

    @TempDir
    Path folder;

    @Test
    void whatIsBackedUpBesideAServerServesElsewhere() throws Exception {
        var file = folder.resolve("retinue.zip");
        List<String> followers;
        String password;
        try (var server = Jar.serving(folder.resolve("one"))) {
            var session = server.logInAsTold();
            password = server.output().replaceAll("(?s).*password (\\S+) .*", "$1");
            server.request()
                    .cookie("retinue", session)
                    .post("/@Jonas_Lind/follow")
                    .then()
                    .statusCode(303);
            followers = followers(server, "Jonas_Lind");
            assertThat(followers).hasSize(4);
            var backup = Jar.ran(folder.resolve("one"), "backup", file.toString());
            assertThat(backup.exitCode()).as(backup.output()).isZero();
            var again = Jar.ran(folder.resolve("one"), "backup", file.toString());
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.output()).contains("say --force to write over it.");
            var into = Jar.ran(folder.resolve("one"), "restore", file.toString());
            assertThat(into.exitCode()).isEqualTo(1);
            assertThat(into.output())
                    .contains("There are members here already.")
                    .doesNotContain("Exception");
        }
        var restore = Jar.ran(folder.resolve("two"), "restore", file.toString());
        assertThat(restore.exitCode()).as(restore.output()).isZero();
        assertThat(restore.output()).contains("Every count is the length of its list");
        try (var server = Jar.serving(folder.resolve("two"))) {
            assertThat(followers(server, "Jonas_Lind")).isEqualTo(followers);
            server.logIn("Sutton", password);
        }
    }

    @Test
    void aRestoreCutShortIsNoHindranceToTheNext() throws Exception {
        var follows = IntStream.range(0, 60_000)
                .mapToObj(i -> "member" + i + ",member" + (i + 1))
                .collect(Collectors.joining("\n"));
        var file = folder.resolve("retinue.zip");
        assertThat(Jar.ran(
                                folder.resolve("one"),
                                "load",
                                Files.writeString(folder.resolve("follows.csv"), follows)
                                        .toString())
                        .exitCode())
                .isZero();
        assertThat(Jar.ran(folder.resolve("one"), "backup", file.toString()).exitCode())
                .isZero();
        var two = folder.resolve("two");
        assertThat(Jar.ran(two, "stats").exitCode()).isZero();
        for (var millis : List.of(2_500, 3_500, 4_000)) {
            var cut = Jar.starting(two, "restore", file.toString());
            Thread.sleep(millis);
            cut.kill();
        }
        var restore = Jar.ran(two, "restore", file.toString());
        assertThat(restore.output()).containsAnyOf("240,002 rows", "There are members here already.");
        assertThat(Jar.ran(two, "stats", "--json").output())
                .contains("\"users\":60001")
                .contains("\"follows\":60000");
    }

    private static List<String> followers(Jar server, String name) {
        return Jsoup.parse(server.request().get("/@" + name + "/followers").asString())
                .select(".person a")
                .eachText();
    }
}
