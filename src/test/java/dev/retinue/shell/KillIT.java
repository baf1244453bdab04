package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Patience;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application is killed ({@code kill -9}): the next start works, and what was answered is there. */
class KillIT {

    private static final int ROUNDS = 3;

    /** More than a new member may follow in a day, of which the rounds need 60. */
    private static final int CROWD = 300;

    @TempDir
    Path folder;

    @Test
    void noAnsweredFollowIsLost() throws Exception {
        String session;
        try (var first = Jar.serving(folder)) {
            session = first.logInAsTold();
        }
        assertThat(Jar.ran(folder, "load", crowd().toString()).exitCode()).isZero();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        for (var round = 0; round < ROUNDS; round++) {
            followUntilKilled(Jar.serving(folder), session, answered, 10 * (round + 1));
        }
        try (var last = Jar.serving(folder)) {
            assertThat(following(last)).containsAll(answered);
        }
        assertThat(Jar.ran(folder, "recount").output()).contains("The counts of everyone are right.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres-binaries/*",
                "postgres-draft-*",
                "postgres-draft-*/postmaster.pid",
                "postgres",
                "postgres/postmaster.pid"
            })
    void aStartCutShortAtAnyMomentIsNoHindranceToTheNext(String sign) throws Exception {
        var data = folder.resolve("data");
        var cut = Jar.starting(data);
        Patience.until(() -> exists(data, sign));
        cut.kill();
        try (var next = Jar.serving(data)) {
            next.request().get("/").then().statusCode(200);
        }
    }

    /** Whether there is a file of that name, in which a star stands for anything. */
    private static boolean exists(Path folder, String sign) {
        var parts = sign.split("/", 2);
        var names = folder.toFile().list((here, name) -> name.matches(parts[0].replace("*", ".*")));
        return names != null
                && Stream.of(names).anyMatch(name -> parts.length == 1 || exists(folder.resolve(name), parts[1]));
    }

    private Path crowd() throws Exception {
        var rows = new ArrayList<String>();
        for (var i = 0; i < CROWD; i++) {
            rows.add("member" + i + ",Mira Okafor");
        }
        return Files.write(folder.resolve("crowd.csv"), rows);
    }

    private static void followUntilKilled(Jar jar, String session, Set<String> answered, int enough) throws Exception {
        var next = new AtomicInteger(answered.size());
        var before = answered.size();
        var threads = Executors.newFixedThreadPool(4);
        for (var i = 0; i < 4; i++) {
            threads.submit(() -> {
                while (true) {
                    var name = "member" + next.getAndIncrement() % CROWD;
                    Response answer = jar.request().cookie("retinue", session).post("/@" + name + "/follow");
                    if (answer.statusCode() == 303) {
                        answered.add(name);
                    }
                }
            });
        }
        Patience.until(() -> answered.size() >= before + enough);
        jar.kill();
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static List<String> following(Jar jar) {
        var names = new ArrayList<String>();
        var path = "/@Sutton/following";
        while (!path.isEmpty()) {
            var page = Jsoup.parse(
                    jar.request().urlEncodingEnabled(false).get(path).asString());
            names.addAll(page.select(".person a").eachText());
            path = page.select("a[rel=next]").attr("href");
        }
        return names;
    }
}
