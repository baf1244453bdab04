package dev.retinue.web;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.Locale.ENGLISH;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Words and numbers as a page shows them. */
@TemplateExtension
public class Text {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", ENGLISH).withZone(UTC);

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", ENGLISH).withZone(UTC);

    /** {@code 22 Nov 2026}, in UTC. */
    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** {@code 22 Nov 2026, 16:44:07 UTC}. */
    static String exact(Instant instant) {
        return EXACT.format(instant);
    }

    /** For the {@code datetime} attribute, to the second. */
    static String machine(Instant instant) {
        return instant.truncatedTo(SECONDS).toString();
    }

    /** {@code 3,035}. */
    static String grouped(long number) {
        return String.format(ENGLISH, "%,d", number);
    }

    /** {@code 1 follower}, {@code 3,035 followers}. */
    static String plural(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }
}
