package dev.retinue.users;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the viewer and somebody else are to each other.
 *
 * @param note what the viewer keeps in mind about the follow
 */
public record Relation(Set<Tie> ties, String note) {

    static final Relation NONE = new Relation(Set.of(), "");

    /** From the ties among which those to the other are, if there are any. */
    static Relation to(long other, Collection<Tied> tied) {
        var ties = EnumSet.noneOf(Tie.class);
        var note = "";
        for (var each : tied) {
            if (each.other() == other) {
                ties.add(Tie.valueOf(each.tie()));
                note += each.note();
            }
        }
        return new Relation(ties, note);
    }

    public boolean following() {
        return ties.contains(Tie.FOLLOWING) || followingPrivately();
    }

    public boolean followingPrivately() {
        return ties.contains(Tie.FOLLOWING_PRIVATELY);
    }

    public boolean followedBy() {
        return ties.contains(Tie.FOLLOWED_BY);
    }

    public boolean requested() {
        return ties.contains(Tie.REQUESTED);
    }

    public boolean asked() {
        return ties.contains(Tie.ASKED);
    }

    public boolean muting() {
        return ties.contains(Tie.MUTING);
    }

    public boolean blocking() {
        return ties.contains(Tie.BLOCKING);
    }

    /** Whether neither is to see the other. */
    public boolean blocked() {
        return blocking() || unreachable();
    }

    /** Whether there is nobody for the viewer: blocked by the other, or hidden. */
    public boolean unreachable() {
        return ties.contains(Tie.BLOCKED_BY) || ties.contains(Tie.HIDDEN);
    }

    public boolean mutual() {
        return following() && followedBy();
    }

    /** In a word or two; empty where there is nothing to tell. */
    public String badge() {
        if (mutual()) {
            return "Mutual";
        }
        if (followedBy()) {
            return "Follows you";
        }
        return asked() ? "Asks to follow you" : "";
    }
}
