package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static dev.retinue.support.Transactions.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.sql.Retry;
import dev.retinue.support.Transactions;
import dev.retinue.web.DatabaseProblem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sutton has just looked at Daniel, and holds nobody. */
@QuarkusTest
class GlanceTest extends TwoPeople {

    private static final int THREADS = 16;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    @Inject
    Circle circle;

    @Inject
    Wishes wishes;

    @Test
    void followsWhoIsAsBefore() {
        assertThat(follows(glance())).isTrue();
        assertEverythingAgrees();
    }

    @Test
    void followsWhileOthersFollowTheSame() {
        var glance = glance();
        run(() -> named("Mira").follow(daniel));
        run(() -> named("Mira").unfollow(daniel));
        assertThat(ask(() -> glance(named("Priya"), daniel).flatMap(this::follow)))
                .isPresent();
        assertThat(follows(glance)).isTrue();
        assertEverythingAgrees();
    }

    @Test
    void followsOnceWhoFollowsTheSameIsThrough() {
        assertThat(followingDuring(() -> named("Mira").follow(daniel))).isPresent();
        assertEverythingAgrees();
    }

    @Test
    void doesNotFollowOnceABlockIsThrough() {
        assertThat(followingDuring(() -> daniel.with(sutton).block())).isEmpty();
        assertEverythingAgrees();
    }

    @Test
    void waitsForNobodyWhoIsHeldForLong() {
        var glance = glance();
        run(() -> {
            Hold.of(daniel.id, List.of());
            assertThat(CompletableFuture.supplyAsync(() -> follows(glance)).join())
                    .isFalse();
        });
        assertEverythingAgrees();
    }

    @Test
    void aPairWaitsNoLongerThanItMay() {
        run(() -> {
            Hold.of(daniel.id, List.of());
            var pair = CompletableFuture.supplyAsync(() -> ask(() -> Pair.of(sutton, "Daniel Bates", Turns.MOMENT)));
            assertThatThrownBy(pair::join).matches(DatabaseProblem::isInTheWay).matches(DatabaseProblem::isForAWhile);
        });
    }

    private Optional<Told> followingDuring(Runnable deed) {
        var glance = glance();
        return ask(() -> {
                    deed.run();
                    var following = CompletableFuture.supplyAsync(() -> ask(() -> follow(glance)));
                    Transactions.awaitSomeoneWaiting();
                    return following;
                })
                .join();
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                        either("blocks", (one, other) -> one.with(other).block()),
                        either("mutes", (one, other) -> one.with(other).mute(null)),
                        either("goes", (one, other) -> one.deactivate()),
                        either("goes private", (one, other) -> one.goPrivate(Staying.ALL)),
                        either("follows somebody else", (one, other) -> one.follow(User.findById(3L))))
                .flatMap(deeds -> deeds);
    }

    private static Stream<Arguments> either(String name, BiConsumer<User, User> deed) {
        BiConsumer<User, User> reverse = (sutton, daniel) -> deed.accept(daniel, sutton);
        return Stream.of(Arguments.of("Sutton " + name, deed), Arguments.of("Daniel " + name, reverse));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void doesNothingWhereEitherDidSomethingSince(String name, BiConsumer<User, User> deed) {
        var glance = glance();
        run(() -> deed.accept(sutton, daniel));
        assertThat(follows(glance)).isFalse();
        chores.run();
        assertEverythingAgrees();
    }

    @Test
    void nobodyIsLookedAtByWhoHasGoneMeanwhile() {
        run(() -> named("Sutton").deactivate());
        chores.run();
        assertThat(ask(() -> glance(sutton, daniel))).isEmpty();
    }

    @Test
    void doesNotFollowWhoIsToBeAsked() {
        run(() -> daniel.goPrivate(Staying.ALL));
        assertThat(follows(glance())).isFalse();
    }

    @Test
    void endsWhatIsAsBefore() {
        run(() -> sutton.follow(daniel));
        var glance = glance();
        assertThat(ask(() -> unfollow(glance))).isPresent();
        assertThat(ask(() -> unfollow(glance))).isEmpty();
        assertThat(ask(() -> sutton.follows(daniel))).isFalse();
        assertEverythingAgrees();
    }

    @Test
    void tellsAgainWhatIsDoneAgain() {
        assertThat(ask(() -> unfollow(glance())).orElseThrow().words()).isEqualTo("You no longer follow");
        run(() -> sutton.follow(daniel));
        assertThat(ask(() -> follow(glance())).orElseThrow().words()).isEqualTo("You follow");
        assertThat(ask(() -> FollowEvent.count())).isEqualTo(1);
    }

    @Test
    void doesNotEndWhatIsNotAsBefore() {
        run(() -> sutton.follow(daniel));
        var glance = glance();
        run(() -> sutton.with(daniel).followPrivately());
        assertThat(ask(() -> unfollow(glance))).isEmpty();
        assertThat(ask(() -> sutton.follows(daniel))).isTrue();
    }

    @Test
    void everythingAgreesWhereManyGlanceAndHoldAtOnce() {
        var people = List.of(sutton, daniel, named("Mira"), named("Priya"));
        var end = System.nanoTime() + NANOS;
        var crowd = IntStream.range(0, THREADS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (System.nanoTime() < end) {
                        anything(any(people), any(people));
                    }
                }))
                .toList();
        crowd.forEach(CompletableFuture::join);
        assertEverythingAgrees();
    }

    private void anything(User one, User other) {
        var glance = ask(() -> glance(one, other));
        switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> act(() -> one.with(other).block());
            case 1 -> act(() -> one.with(other).unblock());
            case 2 -> act(() -> one.with(other).removeFollower());
            case 3, 4 -> act(() -> glance.flatMap(this::follow));
            default -> act(() -> glance.flatMap(this::unfollow));
        }
    }

    private static void act(Runnable deed) {
        Retry.run(() -> {
            deed.run();
        });
    }

    private static User any(List<User> people) {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }

    private Optional<Told> follow(Glance glance) {
        return glance.follow(wishes);
    }

    private Optional<Told> unfollow(Glance glance) {
        return glance.unfollow(wishes);
    }

    private boolean follows(Glance glance) {
        var told = ask(() -> follow(glance));
        assertThat(ask(() -> sutton.follows(daniel))).isEqualTo(told.isPresent());
        return told.isPresent();
    }

    private Glance glance() {
        return ask(() -> glance(sutton, daniel)).orElseThrow();
    }

    private Optional<Glance> glance(User member, User other) {
        return circle.sight(new Whom(other.usernameKey, false), member.id).map(sight -> new Glance(member, sight));
    }
}
