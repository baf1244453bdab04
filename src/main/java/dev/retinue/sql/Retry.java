package dev.retinue.sql;

import dev.retinue.web.DatabaseProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Transactions that are tried again where the database asks for it (PostgreSQL manual, "Serialization Failure Handling"). */
public class Retry {

    private static final int ATTEMPTS = 3;

    private Retry() {}

    /** The whole transaction, at most three times, with a pause in which the one that was in its way can end. */
    public static <T> T transaction(Callable<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !DatabaseProblem.isWorthAnotherTry(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Likewise. */
    public static void run(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** Without it the loser takes its first lock again before the winner wakes up, and both stand as before. */
    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 100)));
    }
}
