package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Patience;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More members at once than there are threads. */
@QuarkusTest
class ManyVisitsTest extends RetinueTest {

    /** As many as Quarkus has for pages that may wait. */
    private static final int THREADS = Math.max(8 * Runtime.getRuntime().availableProcessors(), 200);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whoeverComesBackIsNotedThoughEveryThreadWaitsForThat() {
        var session = Browser.of("Sutton").session();
        Transactions.run(() -> sql("update sessions set seen_at = now() - interval '1 hour'"));
        var answers = Transactions.ask(() -> {
            sql("lock table sessions in access exclusive mode");
            var asked = homes(session);
            awaitEveryThreadWaiting();
            return asked;
        });
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(Transactions.ask(
                        () -> Session.<Session>findAll().<Session>firstResult().isNews()))
                .isFalse();
    }

    private static List<CompletableFuture<HttpResponse<Void>>> homes(String session) {
        var client = HttpClient.newHttpClient();
        var home = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Cookie", "retinue=" + session)
                .timeout(PATIENCE)
                .build();
        return Stream.generate(() -> client.sendAsync(home, BodyHandlers.discarding()))
                .limit(THREADS + 20)
                .toList();
    }

    private static void awaitEveryThreadWaiting() {
        Patience.until(PATIENCE, () -> waiting() >= THREADS);
    }

    private static long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().endsWith("UniBlockingAwait")))
                .count();
    }

    private static void sql(String statement) {
        User.getEntityManager().createNativeQuery(statement).executeUpdate();
    }
}
