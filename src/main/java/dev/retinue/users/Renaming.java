package dev.retinue.users;

import dev.retinue.sql.Micros;
import dev.retinue.sql.Retry;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** How a user takes another name. */
record Renaming(User user, Instant now) {

    /** For as long, a new name stays. */
    static final Duration STAYS = Duration.ofDays(30);

    private static class Taken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Renaming(User user) {
        this(user, Micros.now());
    }

    /** From when on the user can take another name; nothing where that is now. */
    Optional<Instant> possibleFrom() {
        return Optional.ofNullable(user.renamedAt).map(last -> last.plus(STAYS)).filter(from -> from.isAfter(now));
    }

    /** In a transaction of its own; whether the user has the name now. */
    boolean to(Username name) {
        try {
            return Retry.transaction(() -> renamed(name));
        } catch (Taken | ConstraintViolationException e) {
            return false;
        }
    }

    private boolean renamed(Username name) {
        User held = User.getEntityManager().find(User.class, user.id, LockModeType.PESSIMISTIC_WRITE);
        if (held.username.equals(name.text())) {
            return true;
        }
        if (new Renaming(held, now).possibleFrom().isPresent()) {
            return false;
        }
        take(name, held);
        return true;
    }

    /** Looks for former names last: whoever gave up the name a moment ago has said so by then. */
    private void take(Username name, User held) {
        var before = held.usernameKey;
        if (!write(name) || FormerUsername.isSomebodyElses(name.key(), held)) {
            throw new Taken();
        }
        if (!before.equals(name.key())) {
            FormerUsername.keep(before, held);
            FormerUsername.release(name.key(), held);
        }
    }

    /** Not where the name is somebody else's. */
    private boolean write(Username name) {
        return User.update("""
                        username = ?1, usernameKey = ?2, renamedAt = ?3 where id = ?4
                        and not exists (select 1 from User other where other.usernameKey = ?2 and other.id <> ?4)
                        """, name.text(), name.key(), now, user.id) == 1;
    }
}
