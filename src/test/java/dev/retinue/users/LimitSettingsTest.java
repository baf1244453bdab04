package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.sql.Original;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.web.Later;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator can set otherwise. Sutton has two followers, and began to follow one of them a moment ago. */
@QuarkusTest
class LimitSettingsTest extends RetinueTest {

    /** How a follow begins. */
    enum Way {
        HELD,
        AT_A_GLANCE
    }

    @Inject
    Original original;

    @Inject
    Circle circle;

    @BeforeEach
    void theyFollow() {
        cast.follow("Daniel Bates", "Sutton");
        cast.follow("Mira", "Sutton");
        cast.follow("Sutton", "Mira");
    }

    @ParameterizedTest
    @EnumSource
    void howManyOneMayFollow(Way way) {
        var few = Map.of("following", "1", "following-per-follower", "0.4");
        refused(way, few).hasMessageContaining("You follow 1 person and, with 2 followers, may follow 1.");
        admitted(way, Map.of("following", "2", "following-per-follower", "0"));
    }

    @ParameterizedTest
    @EnumSource
    void howManyMoreForEachFollower(Way way) {
        refused(way, Map.of("following", "0", "following-per-follower", "0.9")).hasMessageContaining("may follow 1.");
        admitted(way, Map.of("following", "0", "following-per-follower", "1.0"));
    }

    @ParameterizedTest
    @EnumSource
    void howManyNewOnesADay(Way way) {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update users set created_at = now() - interval '8 days'")
                .executeUpdate());
        refused(way, Map.of("new-a-day", "1")).hasMessageContaining("may begin to follow 1.");
        refused(way, Map.of("new-a-day", "0")).hasMessageContaining("may begin to follow 0.");
        admitted(way, Map.of("new-a-day", "2", "new-a-day-at-first", "0"));
    }

    @ParameterizedTest
    @EnumSource
    void howManyNewOnesADayAtFirst(Way way) {
        refused(way, Map.of("new-a-day-at-first", "1")).hasMessageContaining("may begin to follow 1.");
        admitted(way, Map.of("new-a-day-at-first", "2", "new-a-day", "0"));
    }

    @ParameterizedTest
    @EnumSource
    void howOftenInAMinute(Way way) {
        refused(way, Map.of("a-minute", "1")).hasMessageContaining("a lot of following for a minute");
        admitted(way, Map.of("a-minute", "2"));
    }

    private AbstractThrowableAssert<?, ?> refused(Way way, Map<String, String> settings) {
        return assertThatThrownBy(() -> admitted(way, settings)).isInstanceOf(Later.class);
    }

    /** Sutton, to follow Priya. */
    private void admitted(Way way, Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder().withMapping(Limits.class);
        settings.forEach((name, value) -> config.withDefaultValue("retinue.limits." + name, value));
        var allowance = new Allowance();
        allowance.limits = config.build().getConfigMapping(Limits.class);
        var sutton = Transactions.ask(() -> User.named("Sutton").orElseThrow());
        var priya = Transactions.ask(() -> User.named("Priya").orElseThrow());
        switch (way) {
            case HELD -> held(allowance, sutton, priya);
            case AT_A_GLANCE -> atAGlance(allowance, sutton, priya);
        }
        Transactions.run(() -> assertThat(sutton.follows(priya)).isTrue());
    }

    private static void held(Allowance allowance, User user, User other) {
        Transactions.run(() -> {
            var pair = user.with(other);
            allowance.admit(pair);
            pair.follow();
        });
    }

    private void atAGlance(Allowance allowance, User user, User other) {
        var wishes = new Wishes();
        wishes.original = original;
        wishes.allowance = allowance;
        var sight = Transactions.ask(() -> circle.sight(new Whom(other.usernameKey, false), user.id));
        assertThat(new Glance(user, sight.orElseThrow()).follow(wishes)).isPresent();
    }
}
