package dev.retinue.portability;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What loading a file of follows did. */
public class LoadReport {

    /** How many rows, and where the first few stand in the file. */
    public record Skipped(long rows, List<Long> firstLines) {

        private Skipped and(Skipped more) {
            var lines = Stream.concat(firstLines.stream(), more.firstLines.stream());
            return new Skipped(rows + more.rows, lines.limit(LINES_SHOWN).toList());
        }
    }

    static final int LINES_SHOWN = 5;

    private final Map<Skip, Skipped> skipped = new EnumMap<>(Skip.class);

    long users;

    long follows;

    public long users() {
        return users;
    }

    public long follows() {
        return follows;
    }

    public Map<Skip, Skipped> skipped() {
        return skipped;
    }

    void skip(Skip reason, long line) {
        skip(reason, 1, List.of(line));
    }

    void skip(Skip reason, long rows, List<Long> firstLines) {
        if (rows > 0) {
            skipped.merge(reason, new Skipped(rows, firstLines), Skipped::and);
        }
    }
}
