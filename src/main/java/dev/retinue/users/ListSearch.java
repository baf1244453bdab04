package dev.retinue.users;

import java.util.List;
import java.util.stream.Stream;

/** A search in a list, as branches of its statement, of which the database runs those that it needs. */
sealed interface ListSearch permits SearchByTime, SearchByName {

    /** Names that match are looked up in the list as long as they are no more than this. */
    int FEW = 1_000;

    /** Those who match and are to be looked up: at most {@link #FEW} and one. */
    String FOUND = "select id from found";

    /** That no name matches. */
    String NOBODY = "(not exists (select from matching))";

    static ListSearch of(Listing listing, Find find) {
        return listing.sort() == Sort.NAME ? new SearchByName(listing, find) : new SearchByTime(find);
    }

    /** The {@code with} clause that the branches refer to. */
    String asked(List<Branch> branches);

    Stream<String> of(Branch branch);
}
