package dev.retinue.users;

import java.util.List;

/** What the viewer and the user of a page are to each other. */
record Relation(boolean following, boolean followedBy) {

    static final Relation NONE = new Relation(false, false);

    static Relation between(User viewer, User user, List<Long> followers) {
        return new Relation(followers.contains(viewer.id), followers.contains(user.id));
    }

    public boolean mutual() {
        return following && followedBy;
    }
}
