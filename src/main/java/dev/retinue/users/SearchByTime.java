package dev.retinue.users;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In a list by time: a name that many have fills the page after a few rows, and all names are asked only where it does not. */
record SearchByTime(Find find) implements ListSearch {

    /** So many rows a page begins with. */
    private static final int NEAR = 1_000;

    private static final String MANY = "exists (" + FOUND + " offset " + FEW + ")";

    /**
     * No limit stands with the names: the planner would look for a thousand from the first user on, and all of a name may come
     * last.
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
        var more = "(select count(*) < " + branch.most() + " from " + near(branch) + ")";
        return Stream.of(
                "(select * from " + near(branch) + ")",
                branch.page(more, "not " + MANY, branch.in(FOUND)),
                branch.walk(Branch.WALK, more + " and " + MANY, find.literally("name")),
                branch.walk(Branch.WALK, more + " and " + NOBODY, find.alike("name")));
    }

    private static String near(Branch branch) {
        return "near_" + branch.part();
    }
}
