package dev.retinue.users;

import java.util.EnumSet;
import java.util.Set;

/** What happened to a pair of users. The follower did it, or the followed where that is said. */
public enum EventKind {
    FOLLOWED,
    UNFOLLOWED,
    REQUESTED,
    WITHDRAWN,
    /** By the followed: the follower no longer follows. */
    REMOVED,
    /** By the followed: the follower, who had asked, follows. */
    ACCEPTED,
    /** By the followed, of which the follower never learns. */
    DECLINED,
    /** The follow was ended by a block, of either. */
    SEVERED,
    /** The request was ended by a block, of either. */
    RETRACTED,
    /** The follower blocked the followed. */
    BLOCKED,
    UNBLOCKED,
    MUTED,
    UNMUTED;

    static final Set<EventKind> BY_FOLLOWED = EnumSet.of(REMOVED, ACCEPTED, DECLINED);

    static final Set<EventKind> BY_BLOCK = EnumSet.of(SEVERED, RETRACTED);

    static final Set<EventKind> BY_FOLLOWER =
            EnumSet.of(FOLLOWED, UNFOLLOWED, REQUESTED, WITHDRAWN, BLOCKED, UNBLOCKED, MUTED, UNMUTED);

    /** What ends a follow or a request, whoever does it. */
    static final Set<EventKind> ENDING = EnumSet.of(UNFOLLOWED, WITHDRAWN, REMOVED, SEVERED, RETRACTED);

    /** What can only be taken back where the date is known of what it ended. */
    static final Set<EventKind> NEED_SINCE = EnumSet.of(UNFOLLOWED, WITHDRAWN, REMOVED, UNBLOCKED, UNMUTED);

    /** In SQL: what begins a follow. */
    public static final String BEGINS = "('FOLLOWED', 'ACCEPTED')";

    /** In SQL: what ends one. */
    public static final String ENDS = "('UNFOLLOWED', 'REMOVED', 'SEVERED')";
}
