package dev.retinue.history;

import dev.retinue.users.EventKind;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * A while in which somebody followed somebody.
 *
 * @param end null where it has not ended
 */
public record Span(Instant begin, Instant end) {

    /** As far back as a page tells. */
    private static final int MOST = 100;

    /** What is taken back by Undo was no break. */
    private static final Duration BREAK = Duration.ofMinutes(10);

    /** @param since since when there was what this ended; null where it is not known, or nothing was ended */
    record Turn(boolean begins, Instant timestamp, Instant since) {}

    public boolean over() {
        return end != null;
    }

    /** The latest first. */
    static List<Span> all(long follower, long followed) {
        var turns = Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from (
                            select id, kind in %1$s as begins, timestamp, since from follow_events
                            where follower_id = ?1 and followed_id = ?2 and (kind in %1$s or kind in %2$s)
                            order by id desc limit %3$d) latest
                        order by id
                        """.formatted(EventKind.BEGINS, EventKind.ENDS, MOST), Object[].class)
                .setParameter(1, follower)
                .setParameter(2, followed)
                .getResultStream()
                .map(row -> new Turn((Boolean) row[1], (Instant) row[2], (Instant) row[3]))
                .toList();
        return of(turns);
    }

    static List<Span> of(List<Turn> turns) {
        var spans = new ArrayList<Span>();
        for (var turn : turns) {
            var open = !spans.isEmpty() && !spans.get(0).over();
            if (turn.begins && !open) {
                begin(spans, turn.timestamp);
            } else if (!turn.begins && open) {
                spans.set(0, new Span(spans.get(0).begin, turn.timestamp));
            } else if (!turn.begins && turn.since != null) {
                spans.add(0, new Span(turn.since, turn.timestamp));
            }
        }
        return spans;
    }

    private static void begin(List<Span> spans, Instant time) {
        if (!spans.isEmpty() && spans.get(0).end.plus(BREAK).isAfter(time)) {
            spans.set(0, new Span(spans.get(0).begin, null));
        } else {
            spans.add(0, new Span(time, null));
        }
    }
}
