package dev.retinue.users;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row's place in a list, as an address carries it. By name, it is the name's key; else microseconds since 1970, a dash,
 * the id, and before them "known-" where people the viewer knows come first and this is one of them.
 */
public record ListKey(boolean known, Instant timestamp, long id, String name) {

    private static final String KNOWN = "known-";

    private static final Pattern PLACE = Pattern.compile("(" + KNOWN + ")?(\\d{1,17})-(\\d{1,18})");

    /** Before it comes everything. */
    static final ListKey NEWEST = new ListKey(false, Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE, "");

    /** Before that place of a list that only goes on; from the newest on, where nothing is said. */
    public static ListKey before(String written) {
        return written == null ? NEWEST : parse(written, Sort.NEWEST).orElseThrow(BadRequestException::new);
    }

    public static ListKey of(Instant timestamp, long id) {
        return new ListKey(false, timestamp, id, "");
    }

    static ListKey of(Entry entry) {
        return new ListKey(entry.relation().following(), entry.since(), entry.id(), Username.key(entry.username()));
    }

    static Optional<ListKey> parse(String written, Sort sort) {
        if (sort == Sort.NAME) {
            return Optional.of(new ListKey(false, Instant.EPOCH, 0, Username.key(written)));
        }
        var parts = PLACE.matcher(written);
        return parts.matches()
                ? Optional.of(
                        new ListKey(parts.group(1) != null, time(parts.group(2)), Long.parseLong(parts.group(3)), ""))
                : Optional.empty();
    }

    String written(Sort sort) {
        return switch (sort) {
            case NAME -> name;
            case KNOWN -> (known ? KNOWN : "") + place();
            case NEWEST, OLDEST -> place();
        };
    }

    private String place() {
        return MICROS.between(Instant.EPOCH, timestamp) + "-" + id;
    }

    private static Instant time(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), MICROS);
    }
}
