package dev.retinue.users;

import dev.retinue.sql.Original;
import dev.retinue.sql.Retry;
import dev.retinue.web.DatabaseProblem;
import dev.retinue.web.PageCache;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does the chores beside the site: at once when there is a new one, and from time to time what is left, whoever left it. Any
 * number of instances do so at once.
 */
@ApplicationScoped
public class Chores {

    private final Worker worker = new Worker("chores");

    @Inject
    PageCache pages;

    @Inject
    Original original;

    @ConfigProperty(name = "retinue.chores", defaultValue = "true")
    boolean wanted;

    void start(@Observes StartupEvent start) {
        if (wanted) {
            worker.start(this::runWhereThereIsAny);
        }
    }

    /** To look is no transaction, as each makes kept pages old. */
    private void runWhereThereIsAny() {
        if (original.ask(session -> Chore.isAnyPending(Instant.now(), session))) {
            run();
        }
    }

    /** Some of them hide somebody, or end follows. */
    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Chore queued) {
        pages.forget();
        worker.wake();
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        worker.stop();
    }

    /**
     * Everything there is to do: a step of each in turn, so that a long chore keeps nobody waiting. What another instance is
     * at is left to it, and what fails, for the next time.
     */
    public void run() {
        var errands = new LinkedHashMap<Long, Errand>();
        var left = new HashSet<Long>();
        do {
            Retry.transaction(() -> Chore.pending(Instant.now())).stream()
                    .filter(chore -> !left.contains(chore.id))
                    .forEach(chore -> errands.computeIfAbsent(chore.id, id -> new Errand(chore)));
            errands.entrySet().removeIf(errand -> !proceeds(errand.getValue()) && left.add(errand.getKey()));
        } while (!errands.isEmpty() && !worker.isStopped());
    }

    private static boolean proceeds(Errand errand) {
        var begin = System.nanoTime();
        try {
            var more = errand.step();
            Log.debugf("%s: a step in %d ms", errand, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            return more;
        } catch (RuntimeException e) {
            if (DatabaseProblem.isInTheWay(e)) {
                Log.debugf("%s waits for whoever is in the way", errand);
            } else {
                Log.errorf(e, "%s failed, and is tried again", errand);
            }
            return false;
        }
    }
}
