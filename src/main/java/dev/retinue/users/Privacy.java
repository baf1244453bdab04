package dev.retinue.users;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;

/** How a user becomes private, and ceases to be. */
record Privacy(User user) {

    void begin(Staying staying) {
        FollowCounts.hold(user);
        var now = Instant.now().truncatedTo(MICROS);
        if (User.update("privateSince = ?2 where id = ?1 and privateSince is null", user.id, now) == 1) {
            switch (staying) {
                case ALL -> Chore.drop(user, Chore.Kind.ACCEPT_ALL);
                case MUTUALS -> Chore.queue(user, Chore.Kind.KEEP_MUTUALS);
                case NOBODY -> Chore.queue(user, Chore.Kind.REMOVE_FOLLOWERS);
            }
        }
    }

    void end() {
        if (User.update("privateSince = null where id = ?1 and privateSince is not null", user.id) == 1) {
            Chore.queue(user, Chore.Kind.ACCEPT_ALL);
        }
    }
}
