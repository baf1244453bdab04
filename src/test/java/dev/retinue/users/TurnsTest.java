package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.Patience;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.web.Busy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TurnsTest extends RetinueTest {

    @Inject
    Turns turns;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private final CountDownLatch end = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void allAreOver() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void theNextIsToldThatItIsBusyWhereAllAreTaken() {
        take(connections / 2);
        assertThatThrownBy(() -> take(1)).hasCauseInstanceOf(Busy.class);
    }

    @Test
    void theNextComesWhenOneIsOver() {
        take(connections / 2);
        end.countDown();
        take(1);
    }

    @Test
    void nobodyTakesATurnForWhomNobodyHolds() {
        take(connections / 2);
        var sutton = Browser.of("Sutton");
        assertThat(sutton.post("/@Daniel_Bates/mute").statusCode()).isEqualTo(303);
        assertThat(sutton.post("/@Daniel_Bates/follow").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverWantsSomethingOfSomebodyHeldForLongIsToldToComeBackWhereAllAreTaken() {
        take(connections / 2);
        Transactions.run(() -> {
            hold(id("Daniel Bates"));
            var answer = asked(Browser.of("Sutton"), "/@Daniel_Bates/mute").join();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[1-9]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@Daniel_Bates/unfollow", "/@Daniel_Bates/mute", "/@Daniel_Bates/note", "/several"})
    void whoeverWaitsForSomebodyHeldForLongHasATurn(String path) {
        var sutton = Browser.of("Sutton");
        sutton.post("/@Daniel_Bates/follow");
        assertWaitsInTurn("Daniel Bates", sutton, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy/private", "privacy/public", "account/deactivate", "account/delete"})
    void whoeverGoesWaitsInTurnForWhatOthersDoToThem(String path) {
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPrivate(Staying.ALL));
        assertWaitsInTurn("Sutton", Browser.of("Sutton"), "/settings/" + path);
    }

    @Test
    void whoeverComesBackWaitsInTurn() {
        Transactions.run(() -> User.named("Sutton").orElseThrow().deactivate());
        assertWaitsInTurn("Sutton", Browser.visitor(), "/login");
    }

    private void assertWaitsInTurn(String held, Browser browser, String path) {
        var answer = Transactions.ask(() -> {
            Hold.whole(User.named(held).orElseThrow());
            var asked = asked(browser, path);
            awaitInTurn(asked);
            take(connections / 2 - 1);
            assertThatThrownBy(() -> take(1)).hasCauseInstanceOf(Busy.class);
            return asked;
        });
        answer.join(); // or the next test begins beside it
    }

    private static long id(String name) {
        return User.named(name).orElseThrow().id;
    }

    private static void hold(long user) {
        Hold.of(user, List.of());
    }

    private CompletableFuture<Response> asked(Browser browser, String path) {
        var daniel = Transactions.ask(() -> id("Daniel Bates"));
        var form = new HashMap<>(Map.of("note", "Met at the fair", "who", daniel + "", "verb", "MUTE"));
        form.putAll(Map.of("username", "Sutton", "password", Cast.PASSWORD));
        return CompletableFuture.supplyAsync(() -> browser.submit(path, form), threads);
    }

    private void awaitInTurn(CompletableFuture<Response> asked) {
        Patience.until(() -> asked.isDone() || turns.free() < connections / 2);
        assertThat(asked).isNotDone();
    }

    /** So many, one after the other, until the end of the test. */
    private void take(int many) {
        for (var turn = 0; turn < many; turn++) {
            var begun = new CompletableFuture<Boolean>();
            var over = CompletableFuture.supplyAsync(() -> turns.take(() -> begun.complete(true) && isOver()), threads);
            CompletableFuture.anyOf(begun, over).join();
        }
    }

    private boolean isOver() {
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
