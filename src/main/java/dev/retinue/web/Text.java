package dev.retinue.web;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static java.util.Locale.ENGLISH;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Words and numbers as a page shows them. */
@TemplateExtension
public class Text {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", ENGLISH).withZone(UTC);

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", ENGLISH).withZone(UTC);

    private static final List<ChronoUnit> UNITS = List.of(YEARS, MONTHS, WEEKS, DAYS, HOURS, MINUTES);

    private static final char NO_BREAK_SPACE = '\u00A0';

    private static final int GROUP = 3;

    /** Of thousands, millions, billions. */
    private static final String SUFFIXES = "KMB";

    private static final long SHORT_FROM = 10_000;

    /** {@code 22 Nov 2026}, in UTC. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** {@code 22 Nov 2026, 16:44:07 UTC}. */
    public static String exact(Instant instant) {
        return EXACT.format(instant);
    }

    /** For the {@code datetime} attribute, to the second. */
    static String machine(Instant instant) {
        return instant.truncatedTo(SECONDS).toString();
    }

    /** {@code 3 hours ago}, in the largest unit that has passed in full. */
    static String ago(Instant instant) {
        return ago(instant, Instant.now());
    }

    static String ago(Instant instant, Instant now) {
        for (var unit : UNITS) {
            var passed = unit.between(instant.atOffset(UTC), now.atOffset(UTC));
            if (passed > 0) {
                return passed == 1 && unit == DAYS ? "yesterday" : passed(passed, unit) + " ago";
            }
        }
        return "just now";
    }

    /** {@code in 3 hours}, and never too early. */
    public static String until(Instant instant) {
        return until(instant, Instant.now());
    }

    static String until(Instant instant, Instant now) {
        for (var unit : UNITS) {
            var left = unit.between(now.atOffset(UTC), instant.atOffset(UTC));
            if (left > 0) {
                var whole = now.atOffset(UTC).plus(left, unit).isEqual(instant.atOffset(UTC));
                return "in " + passed(whole ? left : left + 1, unit);
            }
        }
        return "in a minute";
    }

    /** {@code 3 035}, with a space at which no line breaks; not the narrow one, which doubles the memory that a page takes in the JVM. */
    public static String grouped(long number) {
        var digits = new StringBuilder(Long.toString(number));
        for (var i = digits.length() - GROUP; i > 0; i -= GROUP) {
            digits.insert(i, NO_BREAK_SPACE);
        }
        return digits.toString();
    }

    /** {@code 9 999}, {@code 12.3K}, {@code 1.2M}: never more than there are. */
    static String brief(long number) {
        if (!isShortened(number)) {
            return grouped(number);
        }
        var power = (int) Math.min(SUFFIXES.length(), Math.log10(number) / GROUP);
        var unit = (long) Math.pow(1_000, power);
        var tenths = number % unit * 10 / unit;
        return number / unit + (tenths > 0 ? "." + tenths : "") + SUFFIXES.charAt(power - 1);
    }

    /** Whether {@link #brief} leaves digits out. */
    static boolean isShortened(long number) {
        return number >= SHORT_FROM;
    }

    /** {@code 1 follower}, {@code 3 035 followers}. */
    public static String plural(long number, String one, String many) {
        return grouped(number) + " " + word(number, one, many);
    }

    /** The word that goes with the number. */
    public static String word(long number, String one, String many) {
        return number == 1 ? one : many;
    }

    private static String passed(long number, ChronoUnit unit) {
        var units = unit.toString().toLowerCase(ENGLISH);
        return plural(number, units.substring(0, units.length() - 1), units);
    }
}
