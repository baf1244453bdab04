package dev.retinue.web;

import java.time.Duration;
import java.time.Instant;

/** What was asked for is too much for now. Whoever asked is answered with {@link Errors#later}. */
public class Later extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** From when on it is worth trying again. */
    private final transient Instant when;

    /** @param sentence says to the person who asked what is too much, with the number, and when it is not */
    public Later(String sentence, Instant when) {
        super(sentence);
        this.when = when;
    }

    /** Until then; at least one. */
    long seconds() {
        return Math.max(1, Duration.between(Instant.now(), when).toSeconds() + 1);
    }
}
