package dev.retinue.users;

/**
 * What came of a {@link Wish}: what was done, or why it is too much; neither where it takes a {@link Pair}.
 *
 * @param today what the member follows, who may follow no more
 */
record Fulfilment(FollowEvent event, Today today) {}
