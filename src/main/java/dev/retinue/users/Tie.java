package dev.retinue.users;

/** A thing that stands between a viewer and somebody else. */
enum Tie {
    /** The viewer follows the other. */
    FOLLOWING,
    /** The viewer follows the other, and they alone see it. */
    FOLLOWING_PRIVATELY,
    FOLLOWED_BY,
    /** The viewer asked to follow the other; also where the other has declined. */
    REQUESTED,
    /** The other asked to follow the viewer, and waits for an answer. */
    ASKED,
    MUTING,
    BLOCKING,
    BLOCKED_BY,
    /** The other has deactivated, or the viewer has meanwhile. */
    HIDDEN
}
