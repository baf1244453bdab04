package dev.retinue.users;

/** Which followers a user keeps who becomes private. */
public enum Staying {
    ALL,
    /** Whom the user follows. */
    MUTUALS,
    NOBODY
}
