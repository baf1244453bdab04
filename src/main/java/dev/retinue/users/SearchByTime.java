package dev.retinue.users;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search in a list that is not by name: first in the rows nearby. All names are asked only for a part of the list of which these do not
 * fill a page.
 */
record SearchByTime(Find find) implements ListSearch {

    /** How many rows, from where the page begins, are gone through first. */
    private static final int NEAR = 1_000;

    private static final String MANY = "exists (" + FOUND + " offset " + FEW + ")";

    /**
     * {@code matching} has no limit of its own: with one, the planner would go through users from the first on, and those of a name
     * may all come last.
     */
    @Override
    public String asked(List<Branch> branches) {
        var nearby = branches.stream()
                .map(branch -> near(branch) + " as materialized " + branch.walk(NEAR, "", find.literally("name")))
                .collect(Collectors.joining(", "));
        return "with " + nearby + ", matching as materialized (select u.id from users u where "
                + find.literally("u.username_key") + "), found as materialized (select id from matching limit "
                + (FEW + 1)
                + ") ";
    }

    @Override
    public Stream<String> of(Branch branch) {
        var unfilled = "(select count(*) < " + branch.most() + " from " + near(branch) + ")";
        return Stream.of(
                "(select * from " + near(branch) + ")",
                branch.page(unfilled, "not " + MANY, branch.in(FOUND)),
                branch.walk(Branch.WALK, unfilled + " and " + MANY, find.literally("name")),
                branch.walk(Branch.WALK, unfilled + " and " + NOBODY, find.alike("name")));
    }

    private static String near(Branch branch) {
        return "near_" + branch.part();
    }
}
