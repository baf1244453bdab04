package dev.retinue.accounts;

import dev.retinue.web.Later;
import dev.retinue.web.Text;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that may be tried only so often. It takes a token of each bucket, and may give them back. */
class Attempt {

    private final String tooMany;

    private final List<Bucket> buckets;

    /** @param tooMany says to the person what there was too much of */
    Attempt(String tooMany, List<Bucket> buckets) {
        this.tooMany = tooMany;
        this.buckets = buckets;
    }

    /** @throws Later where one of the buckets is empty; then nothing is taken */
    void take() {
        for (var bucket : buckets) {
            var left = bucket.tryConsumeAndReturnRemaining(1);
            if (!left.isConsumed()) {
                giveBack(buckets.subList(0, buckets.indexOf(bucket)));
                throw later(Duration.ofNanos(left.getNanosToWaitForRefill()));
            }
        }
    }

    /** Tries what was taken for; it counts where it fails, and not where it could not be tried. */
    <T> Optional<T> trying(Supplier<Optional<T>> trial) {
        var failed = false;
        try {
            var found = trial.get();
            failed = found.isEmpty();
            return found;
        } finally {
            if (!failed) {
                giveBack();
            }
        }
    }

    /** It was none that counts. */
    void giveBack() {
        giveBack(buckets);
    }

    private static void giveBack(List<Bucket> buckets) {
        buckets.forEach(bucket -> bucket.addTokens(1));
    }

    private Later later(Duration wait) {
        var minutes = wait.toMinutes() + 1;
        return new Later(
                tooMany + " Please try again in " + Text.plural(minutes, "minute", "minutes") + ".",
                Instant.now().plus(wait));
    }
}
