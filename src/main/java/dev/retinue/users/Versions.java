package dev.retinue.users;

import org.hibernate.query.NativeQuery;

/** Of the counts of two users when they were looked at: as long as they stay the same, neither has done anything. */
record Versions(long follower, long followed) {

    <T> NativeQuery<T> of(NativeQuery<T> query) {
        return query.setParameter("followerVersion", follower).setParameter("followedVersion", followed);
    }
}
