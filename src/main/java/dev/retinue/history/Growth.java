package dev.retinue.history;

import dev.retinue.users.EventKind;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** How many began to follow somebody in each step of a while, and how many ended to. */
record Growth(Step step, List<Period> periods) {

    /** @param begin its first day */
    record Period(Step step, LocalDate begin, long gained, long lost) {

        public String words() {
            return step.words(begin);
        }
    }

    /** Followers gained and lost. */
    record Change(long gained, long lost) {

        public boolean any() {
            return gained > 0 || lost > 0;
        }
    }

    /** A step as the database counts it. */
    record Counted(LocalDate begin, long gained, long lost) {}

    private static final String CHANGE = """
            count(*) filter (where kind in %s) as gained, count(*) filter (where kind in %s) as lost
            from follow_events where followed_id = :user and timestamp >= :since
            """.formatted(EventKind.BEGINS, EventKind.ENDS);

    /** The last steps until that day, the last of which is not over. */
    static Growth of(long user, Step step, LocalDate today) {
        var last = step.begin(today);
        var first = step.plus(last, 1 - step.shown);
        var counted = counted(user, step, Step.instant(first));
        var periods = new ArrayList<Period>();
        for (var begin = first; !begin.isAfter(last); begin = step.plus(begin, 1)) {
            var found = counted.getOrDefault(begin, new Counted(begin, 0, 0));
            periods.add(new Period(step, begin, found.gained, found.lost));
        }
        return new Growth(step, periods);
    }

    /** Since then, until now. */
    static Change since(long user, Instant since) {
        return session()
                .createNativeQuery("select " + CHANGE, Change.class)
                .setParameter("user", user)
                .setParameter("since", since)
                .getSingleResult();
    }

    public long gained() {
        return periods.stream().mapToLong(Period::gained).sum();
    }

    public long lost() {
        return periods.stream().mapToLong(Period::lost).sum();
    }

    private static Map<LocalDate, Counted> counted(long user, Step step, Instant since) {
        return session()
                .createNativeQuery(
                        "select cast(date_trunc('" + step + "', timestamp at time zone 'UTC') as date) as begin, "
                                + CHANGE + " group by 1",
                        Counted.class)
                .setParameter("user", user)
                .setParameter("since", since)
                .getResultStream()
                .collect(Collectors.toMap(Counted::begin, Function.identity()));
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
