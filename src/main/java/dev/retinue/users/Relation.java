package dev.retinue.users;

import java.util.Collection;

/** What the viewer and somebody else are to each other. */
public record Relation(boolean following, boolean followedBy) {

    static final Relation NONE = new Relation(false, false);

    /** From the follows among which those of the two are, if there are any. */
    static Relation between(long viewer, long other, Collection<Circle.Tie> ties) {
        return new Relation(ties.contains(new Circle.Tie(viewer, other)), ties.contains(new Circle.Tie(other, viewer)));
    }

    /** In a word or two; empty where the other does not follow the viewer. */
    public String badge() {
        if (followedBy) {
            return following ? "Mutual" : "Follows you";
        }
        return "";
    }
}
