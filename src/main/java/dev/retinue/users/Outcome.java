package dev.retinue.users;

/**
 * What came of a {@link Wish}: one of these two, or neither where a follow was to end that did not.
 *
 * @param event what was done
 * @param today how much the member follows, where a follow was to begin and did not
 */
record Outcome(FollowEvent event, Today today) {}
