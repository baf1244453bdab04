package dev.retinue.web;

import java.time.Instant;

/** What was asked for is too much for now. */
public class Later extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** From when on it is worth trying again. */
    final transient Instant when;

    /** @param sentence says what is too much, with the number, to the person who asked */
    public Later(String sentence, Instant when) {
        super(sentence);
        this.when = when;
    }
}
