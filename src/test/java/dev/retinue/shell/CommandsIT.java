package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands, from the packaged jar. */
class CommandsIT {

    @TempDir
    Path folder;

    @Test
    void aCommandWorksWithoutAServerBesideOneAndTwice() throws Exception {
        var data = folder.resolve("data");
        var file = Files.writeString(folder.resolve("follows.csv"), "follower,followed\nann,bob\nbob,cid\nann,ann\n");

        var alone = Jar.ran(data, "load", file.toString());
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.output())
                .contains("2 follows begun, 3 users made.", "1 left out, follows themself: line 4", "100 %");

        try (var server = Jar.serving(data)) {
            var beside = Jar.ran(data, "load", file.toString());
            assertThat(beside.output())
                    .contains("0 follows begun, 0 users made.", "2 left out, followed already: line 2, 3");
            assertThat(Jar.ran(data, "recount").output()).contains("The counts of everyone are right.");
            assertThat(server.request().get("/@bob/followers").asString()).contains("1 person", "ann");
        }
    }

    @Test
    void aServerThatStartsWhileACommandRunsKeepsTheDatabase() throws Exception {
        var data = folder.resolve("data");
        try (var first = Jar.serving(data)) {
            first.kill();
        }
        var rows = new StringBuilder();
        for (var i = 0; i < 200_000; i++) {
            rows.append("member")
                    .append(i)
                    .append(",member")
                    .append(i * 7 % 200_000 + 1)
                    .append('\n');
        }
        var file = Files.writeString(folder.resolve("many.csv"), rows);
        try (var command = Jar.starting(data, "load", file.toString())) {
            command.await("Reading");
            try (var server = Jar.serving(data)) {
                assertThat(command.awaitEnd()).isZero();
                server.request().get("/@member7").then().statusCode(200);
            }
        }
    }

    @Test
    void helpIsThereWithoutADatabase() throws Exception {
        var help = Jar.ran(folder, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("load", "recount");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWrongCommandIsToldWithTheHelp() throws Exception {
        var wrong = Jar.ran(folder, "lod");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).contains("Unmatched argument", "Usage: retinue");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotThereOrBrokenIsToldInASentence() throws Exception {
        var missing = Jar.ran(folder, "load", "nowhere.csv");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.output())
                .contains("There is no file to read at nowhere.csv.")
                .doesNotContain("Exception");

        var notZipped = Files.writeString(folder.resolve("follows.csv.gz"), "ann,bob\n");
        var broken = Jar.ran(folder, "load", notZipped.toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output())
                .contains("That did not work: Not in GZIP format. Nothing was changed.")
                .doesNotContain("Exception");
    }
}
