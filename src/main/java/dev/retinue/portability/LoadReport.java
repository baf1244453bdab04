package dev.retinue.portability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What loading a file of follows did. */
public class LoadReport {

    /** How many rows, and where the first few stand in the file. */
    public record Skipped(long rows, List<Long> firstLines) {}

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
        var before = skipped.getOrDefault(reason, new Skipped(0, List.of()));
        var lines = new ArrayList<>(before.firstLines());
        if (lines.size() < LINES_SHOWN) {
            lines.add(line);
        }
        skipped.put(reason, new Skipped(before.rows() + 1, lines));
    }

    void skip(Skip reason, long rows, List<Long> firstLines) {
        if (rows > 0) {
            skipped.put(reason, new Skipped(rows, firstLines));
        }
    }
}
