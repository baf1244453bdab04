package dev.retinue.users;

import dev.retinue.web.Text;

/**
 * A user as the viewer sees them, with what the viewer may see of them. The user sees all.
 *
 * @param viewer the id of the member who looks, or {@link Listing#NOBODY}
 */
public record Seen(User user, FollowCounts counts, Relation relation, long viewer) {

    /** Rows of whoever has fewer are seldom asked for again before they are forgotten. */
    private static final int MANY = 500;

    public boolean self() {
        return user.id == viewer;
    }

    public Verb verb() {
        return Verb.next(relation, user.isPrivate());
    }

    /** Whether the list of followers is shown, and what can be told from it. */
    public boolean followersShown() {
        return shown(user.followersFor);
    }

    public boolean followingShown() {
        return shown(user.followingFor);
    }

    public boolean countsShown() {
        return shown(user.countsFor);
    }

    /** Whether so many follow the user that many look at the lists, too, who are told the same; the user is not. */
    public boolean shared() {
        return counts.followers > MANY && !self();
    }

    boolean shown(Direction direction) {
        return direction == Direction.FOLLOWERS ? followersShown() : followingShown();
    }

    /** The user in a sentence: their own words, or how many follow whom. */
    public String summary() {
        if (!user.bio.isEmpty()) {
            return user.bio;
        }
        var words = user.username + " on Retinue";
        return countsShown()
                ? words + ": " + Text.plural(followers(), "follower", "followers") + ", " + Text.grouped(following())
                        + " following"
                : words;
    }

    /** How many the viewer is told of: the user of all. */
    public long followers() {
        return self() ? counts.allFollowers() : counts.followers;
    }

    public long following() {
        return self() ? counts.allFollowing() : counts.following;
    }

    /** Whether there is more to tell the user about the count of that list than what others see. */
    public boolean explained(Direction list) {
        return self() && counts.all(list) > counts.open(list);
    }

    /** Whether more of a name may have to be typed to find somebody in that list. */
    public boolean isVeryLong(Direction list) {
        return counts.open(list) > Branch.WALK;
    }

    private boolean shown(Audience audience) {
        return self() || audience.admits(viewer != Listing.NOBODY, relation);
    }
}
