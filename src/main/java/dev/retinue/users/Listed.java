package dev.retinue.users;

import java.time.Instant;

/** Somebody in a list, with what is to be told of them there. */
public interface Listed extends Person {

    /** Since when they are in it. */
    Instant since();

    /** Their place in the list, from the newest to the oldest. */
    default ListKey key() {
        return ListKey.of(since(), id());
    }

    /** What else is to be said after that; empty where that is nothing. */
    default String detail() {
        return "";
    }

    /** Who it is to the viewer; empty where there is nothing to tell. */
    default String badge() {
        return "";
    }

    /** Whether only the two know of the follow. */
    default boolean secret() {
        return false;
    }

    /** What the viewer keeps in mind about it. */
    default String note() {
        return "";
    }
}
