package dev.retinue.users;

import dev.retinue.sql.Micros;
import java.time.Instant;
import java.util.Optional;

/** How a user leaves, for a while or for good, and how it comes back. */
record Departure(User user, Instant now) {

    Departure(User user) {
        this(user, Micros.now());
    }

    void deactivate() {
        hide(null);
        Chore.queue(user, Chore.Kind.HIDE);
    }

    void leave() {
        hide(now.plus(User.GRACE));
        Chore.queue(user, Chore.Kind.HIDE);
    }

    /** Without the time to come back: what is to be done, where the user is still there. */
    Optional<Chore> leaveNow() {
        hide(now);
        Chore.queue(user, Chore.Kind.DELETE);
        return Chore.of(user, Chore.Kind.DELETE);
    }

    /** Whoever was away before, is so afterwards. */
    void suspend() {
        Hold.whole(user);
        var hidden = User.update("hiddenSince = ?2 where id = ?1 and hiddenSince is null", user.id, now) == 1;
        User.update("suspendedSince = ?2 where id = ?1 and suspendedSince is null", user.id, now);
        if (hidden) {
            Chore.queue(user, Chore.Kind.HIDE);
        }
    }

    void endSuspension() {
        Hold.whole(user);
        var here = User.update("hiddenSince = null where id = ?1 and hiddenSince = suspendedSince", user.id) == 1;
        User.update("suspendedSince = null where id = ?1", user.id);
        if (here) {
            Chore.queue(user, Chore.Kind.SHOW);
        }
    }

    /** Whether it was not too late. */
    boolean comeBack() {
        Hold.whole(user);
        var back = User.update("""
                hiddenSince = null, leavesAt = null where id = ?1 and suspendedSince is null
                    and (leavesAt is null or leavesAt > ?2)
                    and not exists (select c from Chore c where c.userId = ?1 and c.kind = ?3)
                """, user.id, now, Chore.Kind.DELETE) == 1;
        if (back) {
            Chore.queue(user, Chore.Kind.SHOW);
        }
        return back;
    }

    private void hide(Instant leavesAt) {
        Hold.whole(user);
        User.update("hiddenSince = ?2, leavesAt = ?3 where id = ?1", user.id, now, leavesAt);
    }
}
