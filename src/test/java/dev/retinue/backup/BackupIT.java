package dev.retinue.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Patience;
import dev.retinue.support.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        try (var database = new Postgres(folder.resolve("database"))) {
            cutShort(database, file);
            assertThat(database.count("users")).isZero();
            var restore = ran(database, "restore", file.toString());
            assertThat(restore.output()).contains("240,002 rows");
            assertThat(database.count("users")).isEqualTo(60_001);
            assertThat(database.count("follows")).isEqualTo(60_000);
        }
    }

    /** Half way: where the follows are to be written, which somebody else keeps from it. */
    private void cutShort(Postgres database, Path file) throws Exception {
        assertThat(ran(database, "stats").exitCode()).isZero();
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table follows in share mode");
            var cut = Jar.starting(folder.resolve("two"), arguments(database, "restore", file.toString()));
            Patience.until(() -> database.count("pg_stat_activity where wait_event_type = 'Lock'") == 1);
            cut.kill();
        }
        Patience.until(() -> database.count("pg_stat_activity where application_name = 'retinue command'") == 0);
    }

    private Jar ran(Postgres database, String... command) throws IOException, InterruptedException {
        return Jar.ran(folder.resolve("two"), arguments(database, command));
    }

    private static String[] arguments(Postgres database, String... command) throws IOException {
        return Stream.concat(Stream.of(database.options()), Stream.of(command)).toArray(String[]::new);
    }

    private static List<String> followers(Jar server, String name) {
        return Jsoup.parse(server.request().get("/@" + name + "/followers").asString())
                .select(".person a")
                .eachText();
    }
}
