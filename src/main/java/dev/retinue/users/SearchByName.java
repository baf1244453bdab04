package dev.retinue.users;

import java.util.List;
import java.util.stream.Stream;

/**
 * A search in a list by name. A short one is gone through; in a long one, names that begin so are a range of an index, and of others few
 * are looked up, and many read in order. Names that are alike are sought among the newest.
 */
record SearchByName(Listing listing, Find find) implements ListSearch {

    /** Going through so many takes about as long as asking all names. */
    static final int SHORT = 10_000;

    /** How many who match are looked at, for those whose names do not begin so. */
    private static final int CROWD = 100_000;

    private static final String NAME = "u.username_key";

    private static final String MANY =
            "(exists (" + FOUND + " offset " + FEW + ") or exists (select from matching offset " + CROWD + "))";

    private static final String IS_SHORT = "(select is_short from list)";

    @Override
    public String asked(List<Branch> branches) {
        return "with matching as materialized (select u.id, " + find.begins(NAME) + " as begins from users u where "
                + find.literally(NAME) + "), found as materialized (select id from (select * from matching limit "
                + CROWD
                + ") seen where not begins limit " + (FEW + 1)
                + "), list as materialized (select not exists (select from follows where " + listing.direction().owner
                + " = :user offset " + SHORT + ") as is_short) ";
    }

    @Override
    public Stream<String> of(Branch branch) {
        var isLong = "not " + IS_SHORT;
        return Stream.of(
                branch.walk(SHORT, IS_SHORT + " and not " + NOBODY, find.literally("name")),
                branch.page(isLong, find.begins(NAME)),
                branch.page(isLong, "not " + MANY, branch.in(FOUND)),
                branch.page(isLong, MANY, find.literally(NAME)),
                branch.walk(Branch.WALK, NOBODY, find.alike("name")));
    }
}
