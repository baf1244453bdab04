package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.web.Busy;
import dev.retinue.web.Later;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private final Bucket account = bucket();

    private final Bucket address = bucket();

    private final Attempt attempt = new Attempt("Too many.", List.of(account, address));

    @Test
    void onlyWhatFailsIsATry() {
        attempt.take();
        attempt.trying(() -> Optional.of("in"));
        assertThat(account.getAvailableTokens()).isEqualTo(2);
        attempt.take();
        attempt.trying(Optional::empty);
        assertThat(account.getAvailableTokens()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeLookedAtIsNoTry() {
        attempt.take();
        assertThatThrownBy(() -> attempt.trying(() -> {
                    throw new Busy();
                }))
                .isInstanceOf(Busy.class);
        assertThat(account.getAvailableTokens()).isEqualTo(2);
    }

    @Test
    void whoeverHasNoTryLeftTakesNoneElsewhere() {
        address.tryConsume(2);
        assertThatThrownBy(attempt::take).isInstanceOf(Later.class);
        assertThat(account.getAvailableTokens()).isEqualTo(2);
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(2).refillGreedy(2, Duration.ofHours(1)))
                .build();
    }
}
