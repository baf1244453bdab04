package dev.retinue.portability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** In the order of the totals. */
    Map<String, Long> byWords(ImportKind kind) {
        var byWords = new LinkedHashMap<String, Long>();
        totals.forEach(total -> byWords.put(total.outcome.words(kind), total.rows));
        return byWords;
    }

    private long sum(Predicate<Outcome> condition) {
        return totals.stream()
                .filter(total -> condition.test(total.outcome))
                .mapToLong(Total::rows)
                .sum();
    }
}
