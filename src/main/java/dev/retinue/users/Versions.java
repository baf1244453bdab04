package dev.retinue.users;

import org.hibernate.query.NativeQuery;

/** How often two users had done something when they were looked at: that somebody was held since, or not, is told by these. */
record Versions(long follower, long followed) {

    <T> NativeQuery<T> of(NativeQuery<T> query) {
        return query.setParameter("followerVersion", follower).setParameter("followedVersion", followed);
    }
}
