package dev.retinue.users;

/**
 * What came of a {@link Wish}: one of these two.
 *
 * @param event what was done
 * @param today how much the member follows, who may follow no more
 */
record Fulfilment(FollowEvent event, Today today) {}
