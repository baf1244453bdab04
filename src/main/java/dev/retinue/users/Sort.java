package dev.retinue.users;

import dev.retinue.web.Choice;
import java.util.Locale;

/** The order of a list. Each is total, so that a page goes on exactly where the one before ended. */
enum Sort {
    NEWEST("Newest first"),
    OLDEST("Oldest first"),
    NAME("By name"),
    /** Whom the viewer follows before everyone else, the newest of each first. */
    KNOWN("People you know first");

    public final String label;

    Sort(String label) {
        this.label = label;
    }

    /** The newest first, where an address says nothing that is known. */
    static Sort parse(String written) {
        return Choice.among(values(), written).orElse(NEWEST);
    }

    /** Whether times and ids, or names, run from the greatest to the least. */
    boolean descends() {
        return this == NEWEST || this == KNOWN;
    }

    boolean byTime() {
        return this == NEWEST || this == OLDEST;
    }

    /** As the words above a list. */
    public String words() {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** As an address says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
