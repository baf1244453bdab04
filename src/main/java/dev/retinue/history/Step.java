package dev.retinue.history;

import dev.retinue.web.Choice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** By what the time is divided, and how many of those a chart shows. Days begin at midnight in UTC, weeks on Monday. */
enum Step {
    DAY("Days", ChronoUnit.DAYS, 30, "d MMM"),
    WEEK("Weeks", ChronoUnit.WEEKS, 26, "d MMM"),
    MONTH("Months", ChronoUnit.MONTHS, 24, "MMM uuuu");

    final String label;

    final int shown;

    private final ChronoUnit unit;

    private final DateTimeFormatter format;

    Step(String label, ChronoUnit unit, int shown, String pattern) {
        this.label = label;
        this.unit = unit;
        this.shown = shown;
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** Days, where an address says nothing that is known. */
    static Step parse(String written) {
        return Choice.among(values(), written).orElse(DAY);
    }

    /** The first day of the one that the day is in. */
    LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate plus(LocalDate begin, int steps) {
        return begin.plus(steps, unit);
    }

    String words(LocalDate begin) {
        return format.format(begin);
    }

    /** As the database and an address say it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Instant instant(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
