package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.web.Later;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator can set otherwise. Sutton has two followers, and began to follow one of them a moment ago. */
@QuarkusTest
class LimitSettingsTest extends RetinueTest {

    @BeforeEach
    void theyFollow() {
        cast.follow("Daniel Bates", "Sutton");
        cast.follow("Mira", "Sutton");
        cast.follow("Sutton", "Mira");
    }

    @Test
    void howManyOneMayFollow() {
        var few = Map.of("following", "1", "following-per-follower", "0.4");
        refused(few).hasMessageContaining("You follow 1 person and, with 2 followers, may follow 1.");
        admitted(Map.of("following", "2", "following-per-follower", "0"));
    }

    @Test
    void howManyMoreForEachFollower() {
        refused(Map.of("following", "0", "following-per-follower", "0.9")).hasMessageContaining("may follow 1.");
        admitted(Map.of("following", "0", "following-per-follower", "1.0"));
    }

    @Test
    void howManyNewOnesADay() {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update users set created_at = now() - interval '8 days'")
                .executeUpdate());
        refused(Map.of("new-a-day", "1")).hasMessageContaining("may begin to follow 1.");
        refused(Map.of("new-a-day", "0")).hasMessageContaining("may begin to follow 0.");
        admitted(Map.of("new-a-day", "2", "new-a-day-at-first", "0"));
    }

    @Test
    void howManyNewOnesADayAtFirst() {
        refused(Map.of("new-a-day-at-first", "1")).hasMessageContaining("may begin to follow 1.");
        admitted(Map.of("new-a-day-at-first", "2", "new-a-day", "0"));
    }

    @Test
    void howOftenInAMinute() {
        refused(Map.of("a-minute", "1")).hasMessageContaining("a lot of following for a minute");
        admitted(Map.of("a-minute", "2"));
    }

    private static AbstractThrowableAssert<?, ?> refused(Map<String, String> settings) {
        return assertThatThrownBy(() -> admitted(settings)).isInstanceOf(Later.class);
    }

    /** Sutton, to follow Priya. */
    private static void admitted(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder().withMapping(Limits.class);
        settings.forEach((name, value) -> config.withDefaultValue("retinue.limits." + name, value));
        var allowance = new Allowance();
        allowance.limits = config.build().getConfigMapping(Limits.class);
        Transactions.run(() -> {
            var pair =
                    User.named("Sutton").orElseThrow().with(User.named("Priya").orElseThrow());
            allowance.admit(pair);
            pair.follow();
            assertThat(pair.follows()).isTrue();
        });
    }
}
