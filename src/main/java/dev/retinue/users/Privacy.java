package dev.retinue.users;

import dev.retinue.sql.Micros;

/** How a user becomes private, and ceases to be. */
record Privacy(User user) {

    /** Not where it has begun before: then whoever follows stays. */
    boolean begin(Staying staying) {
        Hold.whole(user);
        var now = Micros.now();
        var begins = User.update("privateSince = ?2 where id = ?1 and privateSince is null", user.id, now) == 1;
        if (begins) {
            switch (staying) {
                case ALL -> Chore.drop(user, Chore.Kind.ACCEPT_ALL);
                case MUTUALS -> Chore.queue(user, Chore.Kind.KEEP_MUTUALS);
                case NOBODY -> Chore.queue(user, Chore.Kind.REMOVE_FOLLOWERS);
            }
        }
        return begins;
    }

    /** Not where it has ended before. */
    boolean end() {
        var ends = User.update("privateSince = null where id = ?1 and privateSince is not null", user.id) == 1;
        if (ends) {
            Chore.queue(user, Chore.Kind.ACCEPT_ALL);
        }
        return ends;
    }
}
