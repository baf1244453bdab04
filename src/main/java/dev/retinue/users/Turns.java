package dev.retinue.users;

import dev.retinue.sql.Retry;
import dev.retinue.web.Busy;
import dev.retinue.web.DatabaseProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Transactions of pages that hold people. Each waits a moment for whoever is held by somebody else, and for longer only in turn: so
 * many wait at once, each with a connection, that half of the connections are left to all else.
 */
@ApplicationScoped
public class Turns {

    /** So long one waits without a turn. */
    static final Duration MOMENT = Duration.ofMillis(200);

    static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration UNTIL_A_TURN = Duration.ofSeconds(2);

    private final Semaphore turns;

    Turns(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        turns = new Semaphore(Math.max(1, connections / 2), true);
    }

    /**
     * The work, which is told how long it may wait for whoever is held: a moment. Where others were in its way, it is begun anew in
     * turn, and may wait longer.
     *
     * @throws Busy where those before it take too long
     */
    <T> T transaction(Function<Duration, T> work) {
        try {
            return Retry.transaction(() -> work.apply(MOMENT));
        } catch (RuntimeException e) {
            if (!DatabaseProblem.isInTheWay(e)) {
                throw e;
            }
            return take(() -> Retry.transaction(() -> work.apply(PATIENCE)));
        }
    }

    /**
     * Likewise for work that is not told how long it may wait: the database is, by one statement before it.
     *
     * @throws Busy where those before it take too long
     */
    public <T> T transaction(Supplier<T> work) {
        return transaction(patience -> {
            Hold.waitNoLongerThan(patience);
            return work.get();
        });
    }

    /** @throws Busy where those before it take too long */
    public void run(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** How many turns are free. */
    int free() {
        return turns.availablePermits();
    }

    /** @throws Busy where those before it take too long */
    <T> T take(Supplier<T> work) {
        if (!comes()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean comes() {
        try {
            return turns.tryAcquire(UNTIL_A_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
