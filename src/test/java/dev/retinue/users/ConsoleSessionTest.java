package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static dev.retinue.support.Transactions.count;
import static dev.retinue.support.Transactions.run;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one does at a console to try the model. */
@QuarkusTest
class ConsoleSessionTest extends RetinueTest {

    @Inject
    Circle circle;

    @Inject
    CountRepair repair;

    @Test
    void suttonFollowsDaniel() {
        run(() -> sutton().follow(daniel()));
        assertThat(following(sutton())).containsExactly("Daniel Bates");
        assertThat(followers(daniel())).containsExactly("Sutton");

        var follow = ask(() -> follow().toString());
        var since = ask(() -> follow().timestamp);
        assertThat(follow).isEqualTo("Sutton follows Daniel Bates since " + since);
        assertThat(since).isCloseTo(Instant.now(), within(10, SECONDS));

        run(() -> sutton().follow(daniel()));
        assertThat(ask(() -> follow().timestamp)).isEqualTo(since);
        assertThat(counts("Sutton")).isEqualTo("0 followers, 1 following");
        assertThat(counts("Daniel Bates")).isEqualTo("1 followers, 0 following");

        run(() -> sutton().unfollow(daniel()));
        assertThat(ask(() -> sutton().follows(daniel()))).isFalse();
        run(() -> sutton().unfollow(daniel()));
        assertThat(counts("Sutton")).isEqualTo("0 followers, 0 following");
        assertThat(counts("Daniel Bates")).isEqualTo("0 followers, 0 following");
    }

    @Test
    void withoutRowsInFollowsBothListsAreEmpty() {
        run(() -> sutton().follow(daniel()));
        run(() -> Follow.deleteAll());
        repair.run(difference -> {});
        assertThat(count(() -> Follow.count())).isZero();
        assertThat(following(sutton())).isEmpty();
        assertThat(followers(daniel())).isEmpty();
        assertThat(counts("Sutton")).isEqualTo("0 followers, 0 following");
        assertThat(counts("Daniel Bates")).isEqualTo("0 followers, 0 following");
    }

    @Test
    void withoutDanielHisFollowsAreGoneInBothDirections() {
        run(() -> sutton().follow(daniel()));
        run(() -> daniel().follow(sutton()));
        run(() -> daniel().delete());
        assertThat(count(() -> Follow.count())).isZero();
        assertThat(ask(() -> User.named("Daniel Bates"))).isEmpty();
        assertThat(counts("Sutton")).isEqualTo("0 followers, 0 following");
    }

    private static User sutton() {
        return User.named("Sutton").orElseThrow();
    }

    private static User daniel() {
        return User.named("Daniel Bates").orElseThrow();
    }

    private static Follow follow() {
        return Follow.between(sutton(), daniel()).orElseThrow();
    }

    private List<String> following(User user) {
        return names(Direction.FOLLOWING, user);
    }

    private List<String> followers(User user) {
        return names(Direction.FOLLOWERS, user);
    }

    private List<String> names(Direction direction, User user) {
        return ask(() -> circle.rows(Listing.of(user, direction), Place.TOP)).stream()
                .map(Circle.Row::username)
                .toList();
    }

    private static String counts(String name) {
        return ask(() -> {
            var counts = FollowCounts.<FollowCounts>findById(User.named(name).orElseThrow().id);
            return counts.followers + " followers, " + counts.following + " following";
        });
    }
}
