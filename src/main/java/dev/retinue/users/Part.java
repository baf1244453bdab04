package dev.retinue.users;

import java.util.List;

/** What a branch of a list's statement reads: everyone, or one of the two parts where known people come first. */
enum Part {
    ALL,
    KNOWN,
    OTHERS;

    /** The parts in which rows of a page can be. */
    static List<Part> of(Listing listing, Place place) {
        if (listing.sort() != Sort.KNOWN) {
            return List.of(ALL);
        }
        return switch (place.step()) {
            case TOP -> List.of(KNOWN, OTHERS);
            case AFTER -> place.key().known() ? List.of(KNOWN, OTHERS) : List.of(OTHERS);
            case BEFORE -> place.key().known() ? List.of(KNOWN) : List.of(KNOWN, OTHERS);
        };
    }

    /** Whether the row at which the page begins is in this part. */
    boolean holds(Place place) {
        return place.step() != Place.Step.TOP
                && (this == ALL || (this == KNOWN) == place.key().known());
    }
}
