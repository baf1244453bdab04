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

    /** Nor has any line more columns. */
    private static final int LONGEST_LINE = 8_000;

    private final BufferedReader in;

    private final Deque<String> ahead = new ArrayDeque<>();

    private long line;

    CsvLines(BufferedReader in) {
        this.in = in;
    }

    /** Nothing at the end of the file. */
    Optional<Written> next() throws IOException, Unreadable {
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

    private boolean ends() throws IOException, Unreadable {
        var next = take();
        if (next == null) {
            return true;
        }
        ahead.addFirst(next);
        return false;
    }

    private String take() throws IOException, Unreadable {
        return ahead.isEmpty() ? read() : ahead.removeFirst();
    }

    /** A line without its end; null at the end of the file. */
    private String read() throws IOException, Unreadable {
        var text = new StringBuilder();
        var next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n' && next != '\r'; next = in.read()) {
            if (text.length() == LONGEST_LINE) {
                throw new Unreadable(
                        "A line of this file is longer than 8,000 letters. It takes a CSV file with one person a line.");
            }
            text.append((char) next);
        }
        if (next == '\r') {
            passLineFeed();
        }
        return text.toString();
    }

    private void passLineFeed() throws IOException {
        in.mark(1);
        if (in.read() != '\n') {
            in.reset();
        }
    }
}
