package dev.retinue.sql;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;

/** Times as the database keeps them: to the microsecond. */
public class Micros {

    private Micros() {}

    public static Instant now() {
        return Instant.now().truncatedTo(MICROS);
    }
}
