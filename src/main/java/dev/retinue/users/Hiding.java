package dev.retinue.users;

import java.util.List;

/** Takes a user out of others' lists and counts, or brings the user back to them. */
class Hiding extends Sweep {

    record Changed(long person, boolean secret) {}

    private final boolean hides;

    private Hiding(long user, Direction direction, boolean hides) {
        super("follows", user, direction, "f." + direction.opposite().hidden + " = " + !hides);
        this.hides = hides;
    }

    static List<Sweep> all(long user, boolean hides) {
        return List.of(new Hiding(user, Direction.FOLLOWERS, hides), new Hiding(user, Direction.FOLLOWING, hides));
    }

    /** Nothing is: whoever begins a follow holds both of its ends, and sees whether they are here. */
    @Override
    boolean isLeft() {
        return false;
    }

    @Override
    void change(List<Long> people) {
        var others = direction.opposite();
        var sql =
                "update follows f set " + others.hidden + " = " + hides + " where {these} returning {person}, private";
        var changes = new CountChanges();
        for (var changed : result(sql, Changed.class, people)) {
            changes.add(changed.person, CountColumn.of(others, !hides, changed.secret), -1);
            changes.add(changed.person, CountColumn.of(others, hides, changed.secret), 1);
        }
        changes.write();
    }
}
