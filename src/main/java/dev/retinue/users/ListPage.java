package dev.retinue.users;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One page of a list.
 *
 * @param previous whether a page comes before
 * @param next whether a page comes after
 */
public record ListPage(Listing listing, List<Entry> entries, boolean previous, boolean next) {

    static final int SIZE = 40;

    /** From the rows of a {@link ListStatement}, of which there is one more where the list goes on. */
    static ListPage of(Listing listing, Place place, List<Entry> read) {
        var more = read.size() > SIZE;
        var entries = new ArrayList<>(read.subList(0, Math.min(SIZE, read.size())));
        if (place.backwards()) {
            Collections.reverse(entries);
            return new ListPage(listing, entries, more, true);
        }
        return new ListPage(listing, entries, place.step() == Place.Step.AFTER, more);
    }

    /** How many people, as far as this page knows; it stays true where more are shown below. */
    public String amount() {
        var people =
                switch (entries.size()) {
                    case 0 -> "Nobody";
                    case 1 -> "1 person";
                    default -> entries.size() + " people";
                };
        if (previous) {
            return people + " on this page";
        }
        return next ? "More than " + people : people;
    }

    /** Whether nobody has the name that is looked for, and these names are alike. */
    public boolean alike() {
        var find = Find.of(listing.q());
        return !find.all() && entries.stream().anyMatch(entry -> !find.isIn(entry));
    }

    /** The key of the first row, as an address carries it. */
    String first() {
        return written(entries.get(0));
    }

    String last() {
        return written(entries.get(entries.size() - 1));
    }

    private String written(Entry entry) {
        return ListKey.of(entry).written(listing.sort());
    }
}
