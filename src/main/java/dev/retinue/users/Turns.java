package dev.retinue.users;

import dev.retinue.web.Busy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Those of pages that wait, each with a connection, for somebody who is held for long: half of the connections are left to others. */
@ApplicationScoped
public class Turns {

    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore turns;

    Turns(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        turns = new Semaphore(Math.max(1, connections / 2), true);
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
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
