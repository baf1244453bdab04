package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed while it imports: the next start goes on, and each row is done once. */
class ImportIT {

    private static final int ROWS = 3_000;

    private static final Pattern PROGRESS = Pattern.compile("^([\\d ]+) of ");

    @TempDir
    Path folder;

    @Test
    void anImportGoesOnAfterTheNextStart() throws Exception {
        String session;
        try (var first = Jar.serving(folder)) {
            session = first.logInAsTold();
        }
        assertThat(Jar.ran(folder, "load", crowd().toString()).exitCode()).isZero();
        var killed = Jar.serving(folder);
        send(killed, session);
        killed.request()
                .cookie("retinue", session)
                .formParam(
                        "file",
                        page(killed, session).select("input[name=file]").first().val())
                .post("/settings/data/import/start");
        Patience.until(() -> done(killed, session) > ROWS / 4);
        killed.kill();
        try (var next = Jar.serving(folder)) {
            Patience.until(() -> page(next, session).select("h2").first().text().startsWith("Done"));
            assertThat(page(next, session).select(".tally li").eachText()).containsExactly("3 000 followed");
            assertThat(Jsoup.parse(next.request().get("/@Sutton").asString())
                            .select(".counts a")
                            .last()
                            .text())
                    .isEqualTo("3 005 following");
        }
        assertThat(Jar.ran(folder, "check").exitCode()).isZero();
    }

    private Path crowd() throws Exception {
        return Files.writeString(
                folder.resolve("crowd.csv"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "member" + i + ",Mira Okafor")
                        .collect(Collectors.joining("\n")));
    }

    private static void send(Jar jar, String session) {
        var file = IntStream.range(0, ROWS).mapToObj(i -> "member" + i).collect(Collectors.joining("\n"));
        jar.request()
                .cookie("retinue", session)
                .multiPart("file", "following.csv", file.getBytes(), "text/csv")
                .post("/settings/data/import")
                .then()
                .statusCode(303);
    }

    private static long done(Jar jar, String session) {
        var words = PROGRESS.matcher(
                page(jar, session).select("main [role=status]").text().strip());
        return words.find() ? Long.parseLong(words.group(1).replace(" ", "")) : 0;
    }

    private static Document page(Jar jar, String session) {
        return Jsoup.parse(jar.request()
                .cookie("retinue", session)
                .get("/settings/data/import")
                .asString());
    }
}
