package dev.retinue.portability;

import java.util.List;
import java.util.function.Predicate;

/** How many rows of an import have come to what. */
record Tally(List<Total> totals) {

    /** So many rows of an outcome. */
    record Total(Outcome outcome, long rows) {}

    public long all() {
        return sum(outcome -> true);
    }

    public long left() {
        return sum(Outcome::isLeft);
    }

    public long settled() {
        return all() - left();
    }

    public long refused() {
        return sum(Outcome::isRefused);
    }

    private long sum(Predicate<Outcome> condition) {
        return totals.stream()
                .filter(total -> condition.test(total.outcome))
                .mapToLong(Total::rows)
                .sum();
    }
}
