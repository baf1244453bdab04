package dev.retinue.accounts;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua_parser.Parser;

/**
 * What somebody looks at the pages with.
 *
 * @param userAgent what it says of itself in the header of that name (RFC 9110, 10.1.5)
 */
record Device(String userAgent) {

    private static final String UNKNOWN = "Other";

    /** For people: {@code Firefox on Linux}. */
    String inWords() {
        var known = Patterns.PARSER.parse(userAgent);
        var words = Stream.of(known.userAgent.family, known.os.family)
                .filter(word -> !word.equals(UNKNOWN))
                .collect(Collectors.joining(" on "));
        return words.isEmpty() ? "A device that does not say what it is" : words;
    }

    /** Read when they are first needed: they are many. */
    private static class Patterns {

        static final Parser PARSER = new Parser();
    }
}
