package dev.retinue.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;

/** What a site says while its database has troubles, and soon after them. */
public class Answers {

    private static final int FOLLOWS = 303;

    /** After the database is back. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private Answers() {}

    public static void assertSaysToWait(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isEqualTo("Too busy at the moment");
    }

    /** How many were told that they follow now; all others, that they have to wait. */
    public static long promised(List<Future<Response>> answers) throws InterruptedException, ExecutionException {
        var waiting = new ArrayList<Response>();
        for (var answer : answers) {
            if (answer.get().statusCode() != FOLLOWS) {
                waiting.add(answer.get());
            }
        }
        assertThat(waiting).isNotEmpty().allSatisfy(Answers::assertSaysToWait);
        return answers.size() - waiting.size();
    }

    public static void assertSoon(Callable<Boolean> condition) {
        Patience.until(SOON, condition);
    }
}
