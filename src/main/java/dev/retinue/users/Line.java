package dev.retinue.users;

import java.time.Instant;

/** A follow as its row has it, for work on many of them. */
record Line(
        long follower,
        long followed,
        Instant since,
        boolean secret,
        String note,
        boolean followerHidden,
        boolean followedHidden) {

    static final String COLUMNS =
            "follower_id, followed_id, timestamp, private, note, follower_hidden, followed_hidden";

    Edge edge() {
        return new Edge(since, secret, note, followerHidden, followedHidden);
    }

    FollowEvent event(EventKind kind, Instant now) {
        return new FollowEvent(follower, followed, kind, now);
    }
}
