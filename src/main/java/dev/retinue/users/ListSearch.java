package dev.retinue.users;

import java.util.stream.Stream;

/**
 * A search in a list, as branches of the statement that reads it. The database takes those that it needs as soon as it knows how
 * many names match.
 */
record ListSearch(Listing listing, Find find) {

    /** Names are looked up in the list as long as they are no more than this. */
    private static final int FEW = 1_000;

    /** By name, so many that match are looked at for those that do not begin so. */
    private static final int CROWD = 100_000;

    private static final String NAME = "u.username_key";

    private static final String FOUND = "select id from found";

    private static final String MANY =
            "(exists (" + FOUND + " offset " + FEW + ") or exists (select from matching offset " + CROWD + "))";

    private static final String NOBODY = "not exists (select from matching)";

    private static final String SHORT = "(select is_short from list)";

    /**
     * What stands before the statement: whose name is {@code matching}, and whom of these it has to look up, one more than are few at most. By name these are
     * whose names do not begin so, as those that do stand together in an index, in order.
     *
     * <p>No limit stands inside: the planner would look for a thousand from the first user on, and all of a name may come last.
     */
    String found() {
        return "with matching as materialized (select u.id, " + (byName() ? "not " + find.begins(NAME) : "true")
                + " as sought from users u where " + find.literally(NAME)
                + "), found as materialized (select id from (select * from matching limit " + CROWD
                + ") seen where sought limit "
                + (FEW + 1) + "), list as materialized (select not exists (select from follows where "
                + listing.direction().owner + " = :user offset " + Branch.WALK + ") as is_short) ";
    }

    Stream<String> branches(Branch branch) {
        return byName() ? inOrderOfNames(branch) : inOrderOfTime(branch);
    }

    private boolean byName() {
        return listing.sort() == Sort.NAME;
    }

    private Stream<String> inOrderOfTime(Branch branch) {
        return Stream.of(
                branch.page("not " + MANY, branch.in(FOUND)),
                branch.walk(MANY, find.literally("name")),
                branch.walk(NOBODY, find.alike("name")));
    }

    /** A list that is short is gone through as a whole. */
    private Stream<String> inOrderOfNames(Branch branch) {
        var isLong = "not " + SHORT;
        return Stream.of(
                branch.walk(SHORT, find.literally("name")),
                branch.page(isLong, find.begins(NAME)),
                branch.page(isLong, "not " + MANY, branch.in(FOUND)),
                branch.page(isLong, MANY, find.literally(NAME)),
                branch.walk(NOBODY, find.alike("name")));
    }
}
