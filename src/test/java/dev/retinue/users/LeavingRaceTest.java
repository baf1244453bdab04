package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static dev.retinue.support.Transactions.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.sql.Retry;
import dev.retinue.support.Browser;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Daniel leaves while something else goes on that began before, and knows him as he was. */
@QuarkusTest
class LeavingRaceTest extends TwoPeople {

    private static final int PEOPLE = 8;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final Instant NEXT_MONTH = Instant.now().plus(User.GRACE.multipliedBy(2));

    @Test
    void whoHasLeftMeanwhileIsNotFollowed() {
        danielDeactivates();
        run(() -> sutton.follow(daniel));
        assertThat(ask(() -> sutton.follows(daniel))).isFalse();
        assertEverythingAgrees();
    }

    @Test
    void whoHasLeftMeanwhileFollowsNobody() {
        danielDeactivates();
        run(() -> daniel.follow(sutton));
        assertThat(ask(() -> daniel.follows(sutton))).isFalse();
        assertEverythingAgrees();
    }

    @Test
    void whoHasLeftMeanwhileIsNotAccepted() {
        run(() -> sutton.goPrivate(Staying.ALL));
        sutton = named("Sutton");
        run(() -> daniel.follow(sutton));
        danielDeactivates();
        run(() -> sutton.with(daniel).accept());
        assertThat(ask(() -> daniel.follows(sutton))).isFalse();
        assertThat(ask(() -> FollowRequest.count())).isEqualTo(1);
    }

    @Test
    void anUndoDoesNotBringBackWhoHasLeftMeanwhile() {
        run(() -> sutton.follow(daniel));
        run(() -> sutton.unfollow(daniel));
        var unfollowed = ask(() -> new Deeds(sutton).last(daniel).orElseThrow().id);
        danielDeactivates();
        run(() -> sutton.with(daniel).undo(unfollowed));
        assertThat(ask(() -> sutton.follows(daniel))).isFalse();
    }

    @Test
    void whoComesBackAtTheLastMomentIsNotDeleted() {
        run(daniel::leave);
        run(() -> {
            assertThat(daniel.comeBack()).isTrue();
            CompletableFuture.runAsync(() -> ask(() -> Chore.pending(NEXT_MONTH)))
                    .join();
        });
        chores.run();
        assertThat(named("Daniel Bates").isHidden()).isFalse();
    }

    @Test
    void whoseDeletionBeginsDoesNotComeBack() {
        run(daniel::leave);
        var back = ask(() -> {
            Chore.pending(NEXT_MONTH);
            return CompletableFuture.supplyAsync(() -> ask(daniel::comeBack));
        });
        assertThat(back.join()).isFalse();
        chores.run();
        assertThat(ask(() -> User.count("id", daniel.id))).isZero();
    }

    @Test
    void peopleFollowWhileSomebodyLeavesAndComesBack() {
        var crowd = IntStream.range(0, PEOPLE)
                .mapToObj(i -> cast.user("fan " + i))
                .map(fan -> CompletableFuture.runAsync(fan.id % 2 == 0 ? following(fan) : pressing(fan)))
                .toList();
        repeat(() -> {
            run(daniel::deactivate);
            chores.run();
            run(daniel::comeBack);
            chores.run();
        });
        crowd.forEach(CompletableFuture::join);
        run(daniel::deactivate);
        chores.run();
        assertEverythingAgrees();
    }

    /** Always as both were when it began. */
    private Runnable following(User fan) {
        return () -> repeat(() -> {
            var random = ThreadLocalRandom.current();
            var follower = random.nextBoolean() ? fan : daniel;
            var followed = follower == fan ? daniel : fan;
            Retry.run(() -> {
                if (random.nextBoolean()) {
                    follower.follow(followed);
                } else {
                    follower.unfollow(followed);
                }
            });
        });
    }

    /** The buttons, which look before they hold. */
    private Runnable pressing(User fan) {
        var browser = Browser.of(fan.username);
        return () -> repeat(() -> {
            browser.post("/@Daniel_Bates/follow");
            browser.post("/@Daniel_Bates/unfollow");
        });
    }

    private static void repeat(Runnable step) {
        var end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end) {
            step.run();
        }
    }

    private void danielDeactivates() {
        run(() -> named("Daniel Bates").deactivate());
        chores.run();
    }
}
