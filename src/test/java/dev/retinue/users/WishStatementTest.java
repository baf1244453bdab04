package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static dev.retinue.support.Transactions.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.sql.Original;
import dev.retinue.web.DatabaseProblem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several members have just looked, and want something at the same time. */
@QuarkusTest
class WishStatementTest extends TwoPeople {

    @Inject
    Original original;

    @Inject
    Allowance allowance;

    @Inject
    Wishes wishes;

    private User mira;

    private User priya;

    @BeforeEach
    void othersAreHere() {
        mira = named("Mira");
        priya = named("Priya");
    }

    @Test
    void severalFollowTheSameAtOnce() {
        assertThat(fulfilled(follow(sutton, daniel), follow(mira, daniel), follow(priya, daniel)))
                .hasSize(3);
        assertThat(counts(daniel).followers).isEqualTo(3);
        assertEverythingAgrees();
    }

    @Test
    void oneFollowsWhereAnotherUnfollows() {
        run(() -> mira.follow(daniel));
        var done = fulfilled(follow(sutton, daniel), unfollow(mira, daniel));
        assertThat(done).hasSize(2).allSatisfy((wish, event) -> {
            assertThat(event.kind).isEqualTo(wish.kind());
            assertThat(event.followerId).isEqualTo(wish.follower());
            assertThat(event.undoable(Instant.now())).isTrue();
        });
        assertThat(counts(daniel).followers).isEqualTo(1);
        assertEverythingAgrees();
    }

    @Test
    void twoFollowEachOtherAtOnce() {
        assertThat(fulfilled(follow(sutton, daniel), follow(daniel, sutton))).hasSize(2);
        assertEverythingAgrees();
    }

    @Test
    void whoDidSomethingSinceIsInNobodysWay() {
        var late = follow(sutton, daniel);
        run(() -> sutton.follow(priya));
        var mirasWish = follow(mira, daniel);
        assertThat(fulfilled(late, mirasWish)).containsOnlyKeys(mirasWish);
        assertEverythingAgrees();
    }

    @Test
    void whoHasGoneMeanwhileIsInNobodysWay() {
        var late = follow(sutton, priya);
        priya.delete();
        var mirasWish = follow(mira, daniel);
        assertThat(fulfilled(late, mirasWish)).containsOnlyKeys(mirasWish);
        assertEverythingAgrees();
    }

    @Test
    void whoeverIsHeldForLongIsNotWaitedForByOthers() {
        var suttonsWish = follow(sutton, daniel);
        var mirasWish = follow(mira, priya);
        run(() -> {
            Hold.of(daniel.id, List.of());
            assertThatThrownBy(() -> elsewhere(suttonsWish, mirasWish)).matches(DatabaseProblem::isInTheWay);
            assertThat(CompletableFuture.supplyAsync(() -> wishes.fulfilled(Set.of(suttonsWish, mirasWish)))
                            .join())
                    .isEmpty();
            assertThat(elsewhere(mirasWish)).containsOnlyKeys(mirasWish);
        });
        assertThat(fulfilled(suttonsWish)).isEmpty();
        assertEverythingAgrees();
    }

    /** With another connection than that of the transaction. */
    private Map<Wish, FollowEvent> elsewhere(Wish... wishes) {
        return CompletableFuture.supplyAsync(() -> fulfilled(wishes)).join();
    }

    /** After the first one they are not as they were, and may have no more room. */
    @Test
    void ofTwoWishesOfAMemberOneIsFulfilled() {
        assertThat(fulfilled(follow(sutton, daniel), follow(sutton, mira))).hasSize(1);
        assertThat(counts(sutton).following).isEqualTo(1);
        assertEverythingAgrees();
    }

    @Test
    void whoFollowedTooManyTodayIsInNobodysWay() {
        run(() -> sutton.follow(priya));
        var tooMany = new Wish(EventKind.FOLLOWED, sutton.id, daniel.id, versions(sutton, daniel), 1);
        var mirasWish = follow(mira, daniel);
        assertThat(fulfilled(tooMany, mirasWish)).containsOnlyKeys(mirasWish);
    }

    @Test
    void whoDidSomethingSinceIsNotRefused() {
        run(() -> sutton.follow(priya));
        var late = new Wish(EventKind.FOLLOWED, sutton.id, daniel.id, versions(sutton, daniel), 1);
        run(() -> sutton.follow(mira));
        assertThat(fulfilments(late)).isEmpty();
    }

    @Test
    void whoeverIsRefusedIsToldOfToday() {
        run(() -> sutton.follow(priya));
        run(() -> priya.follow(sutton));
        var tooMany = new Wish(EventKind.FOLLOWED, sutton.id, daniel.id, versions(sutton, daniel), 1);
        var fulfilments = fulfilments(tooMany, follow(mira, daniel), unfollow(daniel, priya));
        assertThat(fulfilments.get(tooMany).today())
                .usingRecursiveComparison()
                .ignoringFields("latest")
                .isEqualTo(new Today(1, 1, 1, false, 1, null));
        assertThat(fulfilments.get(tooMany).today().latest()).isBeforeOrEqualTo(Instant.now());
        assertThat(fulfilments.values())
                .filteredOn(fulfilment -> fulfilment.today() != null)
                .hasSize(1);
    }

    private Map<Wish, FollowEvent> fulfilled(Wish... wishes) {
        var events = new HashMap<Wish, FollowEvent>();
        fulfilments(wishes).forEach((wish, fulfilment) -> events.put(wish, fulfilment.event()));
        events.values().removeIf(Objects::isNull);
        return events;
    }

    private Map<Wish, Fulfilment> fulfilments(Wish... wishes) {
        return original.ask(session -> new WishStatement(allowance).fulfil(Set.copyOf(Arrays.asList(wishes)), session));
    }

    private static Wish follow(User user, User other) {
        return new Wish(EventKind.FOLLOWED, user.id, other.id, versions(user, other), 400);
    }

    private static Wish unfollow(User user, User other) {
        return new Wish(EventKind.UNFOLLOWED, user.id, other.id, versions(user, other), 400);
    }

    private static Versions versions(User user, User other) {
        return new Versions(counts(user).version, counts(other).version);
    }

    private static FollowCounts counts(User user) {
        return ask(() -> FollowCounts.of(user));
    }
}
