package dev.retinue.users;

import java.util.List;
import java.util.stream.Stream;

/**
 * A search in a list, as branches of the statement that reads it. The database takes those that it needs as soon as it knows how
 * many names match.
 */
sealed interface ListSearch permits SearchByTime, SearchByName {

    /** Names that match are looked up in the list as long as they are no more than this. */
    int FEW = 1_000;

    /** Whom of those whose names match the database has to look up, one more than are few at most. */
    String FOUND = "select id from found";

    /** Of the {@code matching}, that there are none. */
    String NOBODY = "(not exists (select from matching))";

    static ListSearch of(Listing listing, Find find) {
        return listing.sort() == Sort.NAME ? new SearchByName(listing, find) : new SearchByTime(find);
    }

    /** What all branches ask, to stand before the statement. */
    String asked(List<Branch> branches);

    Stream<String> of(Branch branch);
}
