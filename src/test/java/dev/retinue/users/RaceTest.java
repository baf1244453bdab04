package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.sql.Retry;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once, for seconds: every call returns, and afterwards everything agrees. */
@QuarkusTest
class RaceTest extends TwoPeople {

    private static final int CONNECTIONS = 32;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    @Test
    void onePairFollowedAndUnfollowedByManyAtOnce() throws Exception {
        race(() -> change(sutton, daniel));
        assertEverythingAgrees();
    }

    @Test
    void twoWhoFollowEachOtherAtOnce() throws Exception {
        var pair = List.of(sutton, daniel);
        race(() -> {
            var first = ThreadLocalRandom.current().nextInt(2);
            change(pair.get(first), pair.get(1 - first));
        });
        assertEverythingAgrees();
    }

    @Test
    void manyPairsWithOneCelebrity() throws Exception {
        var crowd = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> cast.user("fan " + i))
                .toList();
        race(() -> {
            var one = crowd.get(ThreadLocalRandom.current().nextInt(crowd.size()));
            var other = crowd.get(ThreadLocalRandom.current().nextInt(crowd.size()));
            change(one, sutton);
            change(sutton, other);
            change(one, other);
        });
        assertEverythingAgrees();
    }

    @Test
    void someoneIsRemovedWhileOthersFollow() throws Exception {
        var crowd = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> cast.user("fan " + i))
                .toList();
        inParallel(IntStream.range(0, CONNECTIONS)
                .<Callable<Void>>mapToObj(i -> () -> {
                    if (i == CONNECTIONS / 2) {
                        Transactions.run(daniel::delete);
                    } else {
                        tryToFollow(crowd.get(i), daniel);
                    }
                    return null;
                })
                .toList());
        assertThat(Transactions.count(() -> User.count("id", daniel.id))).isZero();
        assertEverythingAgrees();
    }

    @Test
    void twoWhoFollowEachOtherAreRemovedAtOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var one = cast.user("one");
            var other = cast.user("other");
            Transactions.run(() -> one.follow(other));
            Transactions.run(() -> other.follow(one));
            inParallel(List.of(removal(one), removal(other)));
            assertThat(Transactions.count(() -> Follow.count())).isZero();
        }
        assertEverythingAgrees();
    }

    private static Callable<Void> removal(User user) {
        return () -> {
            Retry.run(user::delete);
            return null;
        };
    }

    /** Whoever comes too late is refused by the foreign key, and nothing else may refuse. */
    private static void tryToFollow(User fan, User leaving) {
        try {
            Transactions.run(() -> fan.follow(leaving));
        } catch (org.hibernate.exception.ConstraintViolationException e) {
            assertThat(e.getConstraintName()).isEqualTo("follows_followed_id_fkey");
        }
    }

    private static void change(User follower, User followed) {
        var follow = ThreadLocalRandom.current().nextBoolean();
        Transactions.run(() -> {
            if (follow) {
                follower.follow(followed);
            } else {
                follower.unfollow(followed);
            }
        });
    }

    private static void race(Runnable step) throws Exception {
        var end = System.nanoTime() + NANOS;
        inParallel(IntStream.range(0, CONNECTIONS)
                .<Callable<Void>>mapToObj(i -> () -> {
                    while (System.nanoTime() < end) {
                        step.run();
                    }
                    return null;
                })
                .toList());
    }

    private static void inParallel(List<Callable<Void>> tasks) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (var result : threads.invokeAll(tasks)) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
