package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.database.DataDirectory;
import dev.retinue.database.EmbeddedDatabase;
import dev.retinue.support.FaultProxy;
import dev.retinue.support.Jar;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see while the database has troubles, and after them. */
class FaultIT {

    private static final String MEMBER = "Sutton";

    /** After the database is back. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private EmbeddedDatabase database;

    private FaultProxy proxy;

    private Jar jar;

    private String session;

    @BeforeEach
    void aSiteWithADatabaseBehindAProxy() throws Exception {
        database = EmbeddedDatabase.toServe(new DataDirectory(folder.resolve("database")));
        var settings = database.settings();
        var address = settings.get("quarkus.datasource.jdbc.url");
        proxy = new FaultProxy(port(settings));
        jar = Jar.serving(folder.resolve("site"), options(settings, address.replaceFirst("\\d+", "" + proxy.port())));
        session = jar.request()
                .formParams(Map.of("username", MEMBER, "password", "long enough"))
                .post("/signup")
                .cookie("retinue");
        jar.request()
                .formParams(Map.of("username", "Mira", "password", "long enough"))
                .post("/signup");
        jar.request().get("/@Mira").then().statusCode(200);
    }

    @AfterEach
    void end() throws Exception {
        proxy.mend();
        jar.close();
        proxy.close();
        database.close();
    }

    @Test
    void whileTheDatabaseIsAwayPagesSaySoAndVisitorsSeeWhatWasThere() throws Exception {
        proxy.cut();
        assertSaysToWait(get("/@Mira"));
        assertSaysToWait(post("/@Mira/follow"));
        assertSaysToWait(jar.request().get("/@nobody"));
        assertThat(jar.request().get("/@Mira").statusCode()).isEqualTo(200);
        assertThat(jar.management().get("/q/health/ready").statusCode()).isEqualTo(503);
        proxy.mend();
        assertAllIsWell();
    }

    @Test
    void aDatabaseThatHangsIsAsOneThatIsAway() throws Exception {
        proxy.hold();
        var began = Instant.now();
        assertSaysToWait(get("/@Mira"));
        assertSaysToWait(post("/@Mira/follow"));
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(35));
        proxy.cut();
        proxy.mend();
        assertAllIsWell();
    }

    @Test
    void whatIsAnsweredWhileTheDatabaseStartsAgainIsKept() throws Exception {
        var members = members(200);
        var people = Executors.newFixedThreadPool(32);
        var answers = members.stream()
                .map(token -> people.submit(() -> {
                    var answer = jar.request().cookie("retinue", token).post("/@Mira/follow");
                    Thread.sleep(50);
                    return answer.statusCode();
                }))
                .toList();
        answers.get(20).get();
        database.close();
        database = EmbeddedDatabase.toServe(new DataDirectory(folder.resolve("database")));
        proxy.lead(port(database.settings()));
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        people.shutdown();
        assertThat(statuses).containsOnly(303, 503).contains(303, 503);
        await(() -> get("/@Mira").statusCode() == 200);
        var promised = statuses.stream().filter(status -> status == 303).count();
        assertThat(count("follows")).isGreaterThanOrEqualTo(promised);
        assertThat(count("follow_events where kind = 'FOLLOWED'")).isEqualTo(count("follows"));
        assertThat(count("follow_counts where followers = (select count(*) from follows) and followers > 0"))
                .isEqualTo(1);
        for (var token : members) {
            assertThat(jar.request()
                            .cookie("retinue", token)
                            .post("/@Mira/follow")
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(count("follows")).isEqualTo(200);
    }

    /** The tokens of their sessions. */
    private List<String> members(int number) throws Exception {
        sql("""
                insert into users (username, username_key, created_at)
                select 'm' || n, 'm' || n, now() from generate_series(1, %d) n;
                insert into follow_counts (user_id) select id from users where username ~ '^m[0-9]';
                insert into sessions (id, user_id, device, created_at, seen_at)
                select translate(rtrim(encode(sha256(convert_to('token-' || username, 'UTF8')), 'base64'), '='), '+/', '-_'),
                    id, '', now(), now() from users where username ~ '^m[0-9]'
                """.formatted(number));
        return IntStream.rangeClosed(1, number).mapToObj(n -> "token-m" + n).toList();
    }

    private long count(String rows) throws Exception {
        return sql("select count(*) from " + rows);
    }

    private long sql(String text) throws Exception {
        var settings = database.settings();
        try (var connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return 0;
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static int port(Map<String, String> settings) {
        return Integer.parseInt(settings.get("quarkus.datasource.jdbc.url").replaceAll("\\D", ""));
    }

    /** Nothing is half done, and nothing was promised. */
    private void assertAllIsWell() throws Exception {
        await(() -> get("/@Mira").statusCode() == 200);
        assertThat(post("/@Mira/follow").statusCode()).isEqualTo(303);
        assertThat(Jsoup.parse(get("/@Mira/followers").asString()).select(".person"))
                .hasSize(1);
    }

    private Response get(String path) {
        return jar.request().cookie("retinue", session).get(path);
    }

    private Response post(String path) {
        return jar.request().cookie("retinue", session).post(path);
    }

    private static void assertSaysToWait(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isEqualTo("Too busy at the moment");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (var end = Instant.now().plus(SOON); !condition.call(); Thread.sleep(100)) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static String[] options(Map<String, String> settings, String address) {
        return settings.entrySet().stream()
                .map(each -> "-D" + each.getKey() + "=" + (each.getKey().endsWith("url") ? address : each.getValue()))
                .toArray(String[]::new);
    }
}
