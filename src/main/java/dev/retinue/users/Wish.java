package dev.retinue.users;

/**
 * What a member wants who has just looked at somebody.
 *
 * @param kind whether a follow is to begin or to end
 * @param before as the two were then
 * @param newADay how many the member may begin to follow within a day
 */
record Wish(EventKind kind, long follower, long followed, Versions before, long newADay) {}
