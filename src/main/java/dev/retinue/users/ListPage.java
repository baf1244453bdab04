package dev.retinue.users;

import dev.retinue.web.Text;
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
        var people = people(entries.size());
        if (previous) {
            return people + " on this page";
        }
        return next ? "More than " + people : people;
    }

    static String people(int many) {
        return many == 0 ? "Nobody" : Text.plural(many, "person", "people");
    }

    public boolean alike() {
        return Find.of(listing.q()).isOnlyLike(entries);
    }

    public String likeness() {
        return Find.of(listing.q()).likeness(entries);
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
