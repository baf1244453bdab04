package dev.retinue.users;

import java.util.stream.Stream;

/**
 * A search in a list, as branches of the statement that reads it. The database takes those that it needs as soon as it knows how
 * many names match.
 *
 * @param byName whether the list is by name: names that begin with what is looked for stand together then, in order in an index, and
 *     only the others have to be looked up
 */
record ListSearch(Find find, boolean byName) {

    /** Names that match are looked up in the list as long as they are no more than this. */
    private static final int FEW = 1_000;

    private static final String NAME = "u.username_key";

    private static final String FOUND = "select id from found";

    private static final String MANY_MATCH = "exists (" + FOUND + " offset " + FEW + ")";

    private static final String FEW_MATCH = "not " + MANY_MATCH;

    /**
     * What stands before the statement: who has a name that matches, or as many of them as show that they are not few. They are planned
     * for as all, and read as far as they are asked for. Planned for as a thousand, they would be looked for from the first user
     * on, and those of one name may all come last.
     */
    String found() {
        return find.all()
                ? ""
                : "with matching as materialized (select u.id from users u where " + find.literally(NAME)
                        + (byName ? " and not " + find.begins(NAME) : "")
                        + "), found as materialized (select id from matching limit " + (FEW + 1) + ") ";
    }

    Stream<String> branches(Branch branch) {
        return byName ? inOrderOfNames(branch) : inOrderOfTime(branch);
    }

    private Stream<String> inOrderOfTime(Branch branch) {
        return Stream.of(
                branch.page(FEW_MATCH, branch.in(FOUND)),
                branch.walk(MANY_MATCH, find.literally("name")),
                branch.walk("not exists (" + FOUND + ")", find.alike("name")));
    }

    private Stream<String> inOrderOfNames(Branch branch) {
        var isLong = "not " + branch.isShort();
        var begins = find.begins(NAME);
        return Stream.of(
                branch.walk(branch.isShort(), find.literally("name")),
                branch.page(isLong, begins),
                branch.page(isLong, FEW_MATCH, branch.in(FOUND)),
                branch.page(isLong, MANY_MATCH, find.literally(NAME)),
                branch.walk(
                        "not exists (select from users u where " + begins + ") and not exists (" + FOUND + ")",
                        find.alike("name")));
    }
}
