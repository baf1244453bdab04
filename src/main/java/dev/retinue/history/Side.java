package dev.retinue.history;

import dev.retinue.web.Choice;
import java.util.Locale;

/** Whom of two people's following is looked at. */
enum Side {
    BOTH,
    ONE,
    OTHER;

    /** Whom both follow, where an address says nothing that is known. */
    static Side parse(String written) {
        return Choice.among(values(), written).orElse(BOTH);
    }

    /** As an address says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
