package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.web.Busy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All turns are taken. */
@QuarkusTest
class TurnsTest extends RetinueTest {

    @Inject
    Turns turns;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private final CountDownLatch end = new CountDownLatch(1);

    private ExecutorService threads;

    @BeforeEach
    void allAreTaken() throws InterruptedException {
        threads = Executors.newCachedThreadPool();
        var begun = new CountDownLatch(connections / 2);
        for (var turn = 0; turn < connections / 2; turn++) {
            threads.submit(() -> turns.take(() -> waiting(begun)));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void allAreOver() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void theNextIsToldThatItIsBusy() {
        assertThatThrownBy(() -> turns.take(() -> "not this time")).isInstanceOf(Busy.class);
    }

    @Test
    void theNextComesWhenOneIsOver() {
        var next = CompletableFuture.supplyAsync(() -> turns.take(() -> "now"), threads);
        end.countDown();
        assertThat(next.join()).isEqualTo("now");
    }

    @Test
    void whoeverNobodyHoldsTakesNone() {
        var sutton = Browser.of("Sutton");
        assertThat(sutton.post("/@Daniel_Bates/mute").statusCode()).isEqualTo(303);
        assertThat(sutton.post("/@Daniel_Bates/follow").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverWantsSomethingOfSomebodyHeldForLongIsToldToComeBack() {
        Transactions.run(() -> {
            FollowCounts.hold(User.named("Daniel Bates").orElseThrow().id, List.of());
            var answer =
                    CompletableFuture.supplyAsync(() -> Browser.of("Sutton").post("/@Daniel_Bates/mute"), threads);
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().header("Retry-After")).matches("[1-9]");
        });
    }

    private boolean waiting(CountDownLatch begun) {
        begun.countDown();
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
