package dev.retinue.portability;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.Set;

/** What comes of a row of an imported file: first as it is foreseen, in the end as it was. */
public enum Outcome {
    WILL("will be %s"),
    WILL_ASK("will be asked"),
    ALREADY("already %s"),
    UNKNOWN("nobody here has that name"),
    MALFORMED("not a name"),
    SELF("yourself"),
    APART("you block them"),
    TOO_MANY("more than you may follow"),
    DONE("%s"),
    ASKED("asked, and will answer"),
    FAILED("did not work");

    private static final Set<Outcome> LEFT = EnumSet.of(WILL, WILL_ASK);

    private static final Set<Outcome> REFUSED = EnumSet.of(UNKNOWN, MALFORMED, SELF, APART, TOO_MANY, FAILED);

    /** In SQL: that a row is still to be done. */
    static final String LEFT_SQL = sql(LEFT);

    /** In SQL: that nothing came of a row that was wanted. */
    static final String REFUSED_SQL = sql(REFUSED);

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** As the row of a page says it. */
    public String words(ImportKind kind) {
        return words.formatted(kind.done);
    }

    /** Whether it is still to be done. */
    public boolean isLeft() {
        return LEFT.contains(this);
    }

    /** Whether nothing came of it that was wanted. */
    public boolean isRefused() {
        return REFUSED.contains(this);
    }

    private static String sql(Set<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> "'" + outcome + "'").collect(joining(", ", "outcome in (", ")"));
    }
}
