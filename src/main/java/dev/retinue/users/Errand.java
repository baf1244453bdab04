package dev.retinue.users;

import dev.retinue.sql.Retry;
import dev.retinue.web.DatabaseProblem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * A chore under way. How far it has come is known here for speed alone: begun anew, by anyone and at any time, it finds what
 * is left.
 */
class Errand {

    private final Chore chore;

    private Queue<Sweep> sweeps;

    Errand(Chore chore) {
        this.chore = chore;
        begin();
    }

    /** All of it, with whoever else is at it, and however long others are in the way. */
    void run() {
        var more = true;
        while (more) {
            more = isLeft();
        }
    }

    private boolean isLeft() {
        try {
            return Retry.transaction(() -> chore.awaited() && proceeds());
        } catch (RuntimeException e) {
            if (DatabaseProblem.isInTheWay(e)) {
                return true;
            }
            throw e;
        }
    }

    /** A part of it, in a transaction of its own; whether there is more, for nobody else is at it. */
    boolean step() {
        return Retry.transaction(() -> chore.taken() && proceeds());
    }

    private boolean proceeds() {
        while (!sweeps.isEmpty()) {
            if (sweeps.element().step()) {
                return true;
            }
            sweeps.remove();
        }
        return !ends();
    }

    /** While the user is held, asks each sweep for what is left: whoever was quicker has come to an end, and later nothing begins. */
    private boolean ends() {
        Hold.of(chore.userId, List.of());
        begin();
        if (sweeps.stream().anyMatch(Sweep::isLeft)) {
            return false;
        }
        chore.finish();
        return true;
    }

    private void begin() {
        sweeps = new ArrayDeque<>(chore.sweeps());
    }

    @Override
    public String toString() {
        return chore.toString();
    }
}
