package dev.retinue.portability;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of a CSV file: a line each, or more where a cell in quotes goes on. Where a quote never ends, it spoils its
 * own line and no other.
 */
class CsvLines {

    /** One record, as it is written. */
    record Written(long line, String text) {}

    /** No cell of use goes on for longer, in characters. */
    private static final int LONGEST = 4_000;

    private final BufferedReader in;

    private final Deque<String> ahead = new ArrayDeque<>();

    private long line;

    CsvLines(BufferedReader in) {
        this.in = in;
    }

    /** Nothing at the end of the file. */
    Optional<Written> next() throws IOException {
        var first = take();
        if (first == null) {
            return Optional.empty();
        }
        line++;
        var text = new StringBuilder(first);
        var open = opens(first);
        var more = new ArrayList<String>();
        while (open && text.length() <= LONGEST && !ends()) {
            var next = take();
            more.add(next);
            text.append('\n').append(next);
            open ^= opens(next);
        }
        return Optional.of(open ? alone(first, more) : whole(text, more));
    }

    private Written whole(StringBuilder text, List<String> more) {
        var record = new Written(line, text.toString());
        line += more.size();
        return record;
    }

    private Written alone(String first, List<String> more) {
        for (var i = more.size() - 1; i >= 0; i--) {
            ahead.addFirst(more.get(i));
        }
        return new Written(line, first);
    }

    private static boolean opens(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private boolean ends() throws IOException {
        var next = take();
        if (next == null) {
            return true;
        }
        ahead.addFirst(next);
        return false;
    }

    private String take() throws IOException {
        return ahead.isEmpty() ? in.readLine() : ahead.removeFirst();
    }
}
