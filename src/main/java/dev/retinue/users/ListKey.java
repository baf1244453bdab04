package dev.retinue.users;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a list that is ordered by time and id. An address carries it as microseconds since 1970, a dash, the id. */
record ListKey(Instant timestamp, long id) {

    /** Before the newest row. */
    static final ListKey TOP = new ListKey(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

    static ListKey of(Circle.Row row) {
        return new ListKey(row.since(), row.id());
    }

    static Optional<ListKey> parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new ListKey(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), MICROS), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return MICROS.between(Instant.EPOCH, timestamp) + "-" + id;
    }
}
