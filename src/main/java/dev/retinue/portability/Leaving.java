package dev.retinue.portability;

import java.util.List;

/** Who would be ended where a file replaces a list: how many, and the first few. */
record Leaving(long count, List<Leaver> first) {

    static final Leaving NOBODY = new Leaving(0, List.of());

    /** Somebody whom the file does not name. */
    record Leaver(long id, String username) {}

    public long others() {
        return count - first.size();
    }
}
