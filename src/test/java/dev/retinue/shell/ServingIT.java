package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.retinue.database.DataDirectory;
import dev.retinue.database.EmbeddedDatabase;
import dev.retinue.support.Answers;
import dev.retinue.support.Jar;
import dev.retinue.support.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting and stopping, as an operator sees it. */
class ServingIT {

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesEverythingAndTheNextFindsIt() throws Exception {
        var data = folder.resolve("a folder with spaces");
        String session;
        try (var first = Jar.serving(data)) {
            session = first.logInAsTold();
            first.request()
                    .cookie("retinue", session)
                    .post("/@Ingrid_Solberg/follow")
                    .then()
                    .statusCode(303);
        }
        try (var next = Jar.serving(data)) {
            var followers = next.request().cookie("retinue", session).get("/@Ingrid_Solberg/followers");
            assertThat(followers.statusCode()).isEqualTo(200);
            assertThat(followers.asString()).contains("Sutton", "Log out");
            assertThat(next.output()).doesNotContain("Log in as");
        }
    }

    @Test
    void whatIsLeftToDoForWhoLeavesIsDoneAfterTheNextStart() throws Exception {
        try (var first = Jar.serving(folder, "-Dretinue.chores=false")) {
            var session = first.logInAsTold();
            assertThat(followersOfLena(first)).isEqualTo(4);
            first.request().cookie("retinue", session).post("/settings/account/deactivate");
            assertThat(followersOfLena(first)).isEqualTo(4);
        }
        try (var next = Jar.serving(folder)) {
            Patience.until(() -> followersOfLena(next) < 4);
            assertThat(followersOfLena(next)).isEqualTo(3);
        }
    }

    @Test
    void onlyTheOwnerReadsTheData() throws Exception {
        var data = folder.resolve("data");
        try (var jar = Jar.serving(data)) {
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("postgres.password"))).isEqualTo("rw-------");
            assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
            assertThat(jar.output())
                    .doesNotContain(
                            Files.readString(data.resolve("postgres.password")).strip());
        }
    }

    @Test
    void norDoesAnybodyElseWhereTheFolderIsOpenToAll() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var jar = Jar.serving(data);
                var made = Files.list(data)) {
            jar.request().get("/").then().statusCode(200);
            assertThat(made.map(path -> data.relativize(path) + " " + permissions(path)))
                    .containsExactlyInAnyOrder(
                            "lock rw-------",
                            "postgres rwx------",
                            "postgres-binaries rwx------",
                            "postgres.log rw-------",
                            "postgres.password rw-------");
        }
    }

    @Test
    void aSecondOneOnTheSameDirectorySaysSoInOneLineAndStops() throws Exception {
        try (var first = Jar.starting(folder, "serve")) {
            first.await("Listening on");
            var second = Jar.ran(folder, "serve");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Retinue cannot start. Another one serves from " + folder);
            first.request().get("/").then().statusCode(200);
        }
    }

    @Test
    void healthAndMetricsAreOnThePortOfTheOperator() throws Exception {
        try (var jar = Jar.serving(folder)) {
            jar.request().get("/").then().statusCode(200);
            assertThat(jar.request().get("/q/health").statusCode()).isEqualTo(404);
            assertThat(jar.request().get("/q/metrics").statusCode()).isEqualTo(404);
            assertThat(jar.request().get("/styleguide").statusCode()).isEqualTo(404);
            jar.management().get("/q/health").then().statusCode(200);
            assertThat(jar.management().get("/q/metrics").asString())
                    .contains("http_server_requests_seconds", "agroal_awaiting_count", "jvm_memory_used_bytes");
            assertThat(jar.output()).contains("Management interface listening on http://127.0.0.1:");
        }
    }

    @Test
    void withAnotherDatabaseNoneOfOurOwnIsStarted() throws Exception {
        var ours = folder.resolve("ours");
        try (var external = EmbeddedDatabase.toServe(new DataDirectory(folder.resolve("external")))) {
            var settings = external.settings();
            try (var jar = Jar.serving(
                    ours,
                    "-Dquarkus.datasource.jdbc.url=" + settings.get("quarkus.datasource.jdbc.url"),
                    "-Dquarkus.datasource.username=" + settings.get("quarkus.datasource.username"),
                    "-Dquarkus.datasource.password=" + settings.get("quarkus.datasource.password"))) {
                jar.request().get("/").then().statusCode(200);
                jar.request().get("/@Sutton").then().statusCode(404);
                assertThat(jar.output()).doesNotContain("Log in as");
                assertThat(ours).doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/retinue?password=hunter2",
                "jdbc:postgresql://127.0.0.1/retinue%zz?password=hunter2",
                "postgres://retinue:hunter2@127.0.0.1/retinue",
            })
    void whatIsWrongWithAnotherDatabaseIsToldInASentence(String url) throws Exception {
        try (var jar = Jar.ran(folder, "-Dquarkus.datasource.jdbc.url=" + url)) {
            assertThat(jar.exitCode()).isEqualTo(1);
            assertThat(jar.output().lines())
                    .singleElement(STRING)
                    .startsWith("Retinue cannot start. ")
                    .contains("127.0.0.1")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void aDatabaseThatEndsByItselfIsStartedAgain() throws Exception {
        try (var jar = Jar.serving(folder)) {
            var session = jar.logInAsTold();
            var postmaster = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0);
            ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().destroyForcibly();
            jar.await("was started again");
            Answers.assertSoon(
                    () -> jar.request().cookie("retinue", session).get("/").statusCode() == 200);
        }
    }

    private static long followersOfLena(Jar jar) {
        var page = Jsoup.parse(jar.request().get("/@Lena_Fischer").asString());
        return Long.parseLong(page.select(".counts .number").first().text());
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
