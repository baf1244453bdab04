package dev.retinue.users;

import java.time.Instant;

/**
 * A follow without its two ends: what is to be kept of one that ends, so that it can be restored as it was.
 *
 * @param secret whether only the two see it
 * @param note what the follower keeps in mind about it
 */
record Edge(Instant since, boolean secret, String note, boolean followerHidden, boolean followedHidden) {

    /** A new one, that everyone may see. */
    static Edge from(Instant now) {
        return new Edge(now, false, "", false, false);
    }

    Edge secretly(boolean secret) {
        return new Edge(since, secret, note, followerHidden, followedHidden);
    }

    Edge noted(String note) {
        return new Edge(since, secret, note, followerHidden, followedHidden);
    }

    /** The same, hidden as these two are. */
    Edge between(User follower, User followed) {
        return new Edge(since, secret, note, follower.isHidden(), followed.isHidden());
    }
}
