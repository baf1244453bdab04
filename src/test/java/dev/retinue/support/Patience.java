package dev.retinue.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** What a test waits for, and for how long at most. */
public class Patience {

    /** For what comes in a moment, unless something is wrong. */
    public static final Duration LONG = Duration.ofMinutes(1);

    private Patience() {}

    /** Until that is so; fails where it is not in time. */
    public static void until(Duration most, Callable<Boolean> state) {
        try {
            for (var end = Instant.now().plus(most); !state.call(); Thread.sleep(20)) {
                assertThat(Instant.now()).as("the time to wait until").isBefore(end);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void until(Callable<Boolean> state) {
        until(LONG, state);
    }
}
