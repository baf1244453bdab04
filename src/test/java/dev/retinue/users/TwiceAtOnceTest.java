package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static dev.retinue.support.Transactions.awaitWaiting;
import static dev.retinue.support.Transactions.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Daniel does the same twice at once, as with a button that is pressed in two windows: it is as if he had done it once. */
@QuarkusTest
class TwiceAtOnceTest extends TwoPeople {

    @BeforeEach
    void suttonFollows() {
        run(() -> sutton.follow(daniel));
    }

    @Test
    void whoeverGoesPrivateRemovesEachFollowerOnce() {
        twice(user -> user.goPrivate(Staying.NOBODY));
        assertThat(events(EventKind.REMOVED)).isEqualTo(1);
        assertThat(ask(() -> sutton.follows(daniel))).isFalse();
        assertEverythingAgrees();
    }

    @Test
    void whoeverGoesPublicAcceptsEachOnce() {
        run(() -> daniel.goPrivate(Staying.NOBODY));
        chores.run();
        run(() -> named("Sutton").follow(named("Daniel Bates")));
        twice(User::goPublic);
        assertThat(events(EventKind.ACCEPTED)).isEqualTo(1);
        assertThat(ask(() -> sutton.follows(daniel))).isTrue();
        assertEverythingAgrees();
    }

    @Test
    void whoeverLeavesAndComesBackIsHereOnce() {
        twice(User::leave);
        assertThat(named("Daniel Bates").isHidden()).isTrue();
        twice(User::comeBack);
        assertThat(named("Daniel Bates").isHidden()).isFalse();
        assertThat(ask(() -> FollowCounts.of(daniel)).followers).isEqualTo(1);
        assertEverythingAgrees();
    }

    @Test
    void whoeverIsDeletedIsGoneOnce() {
        twice(User::delete);
        assertThat(ask(() -> User.count("id", daniel.id))).isZero();
        assertThat(events(EventKind.REMOVED)).isEqualTo(1);
        assertEverythingAgrees();
    }

    /** While he is held, so that one has not come to its end when the other begins. */
    private void twice(Consumer<User> verb) {
        var threads = Executors.newFixedThreadPool(2);
        var both = ask(() -> {
            Hold.whole(daniel);
            var first = CompletableFuture.runAsync(() -> run(() -> verb.accept(daniel)), threads);
            awaitWaiting(1);
            var second = CompletableFuture.runAsync(() -> run(() -> verb.accept(daniel)), threads);
            awaitWaiting(2);
            return CompletableFuture.allOf(first, second);
        });
        both.join();
        threads.shutdown();
        chores.run();
    }

    private static long events(EventKind kind) {
        return ask(() -> FollowEvent.count("kind", kind));
    }
}
