package dev.retinue.portability;

import dev.retinue.sql.Original;
import dev.retinue.sql.Retry;
import dev.retinue.users.Allowance;
import dev.retinue.users.Worker;
import dev.retinue.web.DatabaseProblem;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does what members import, beside the site, a step of each in turn. Any number of instances do so at once. */
@ApplicationScoped
public class Imports {

    /** As many people are held at once: nobody waits for long. */
    private static final int STEP = 20;

    /** Before somebody is looked at again who waits for others. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Worker worker = new Worker("imports");

    @Inject
    Allowance allowance;

    @Inject
    Original original;

    @ConfigProperty(name = "retinue.chores", defaultValue = "true")
    boolean wanted;

    void start(@Observes StartupEvent start) {
        if (wanted) {
            worker.start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        worker.stop();
    }

    /** There is something new to do. */
    void wake() {
        worker.wake();
    }

    /** All of what the user has sent, now, however long others are in the way; gives how many rows came to what, in words. */
    public Map<String, Long> carryOut(long user) {
        Retry.run(() -> Import.held(user).orElseThrow().start());
        for (run(); isUnderway(user); run()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Retry.transaction(
                () -> ImportRows.tally(user).byWords(Import.of(user).orElseThrow().kind));
    }

    /** Everything there is to do; to look is no transaction, as each makes kept pages old. What another instance is at is left to it. */
    void run() {
        var left = new HashSet<Long>();
        var more = true;
        while (more && !worker.isStopped()) {
            var members = original.ask(Import::underway).stream()
                    .filter(user -> !left.contains(user))
                    .toList();
            members.stream().filter(user -> !proceeds(user)).forEach(left::add);
            more = !members.isEmpty();
        }
    }

    private boolean isUnderway(long user) {
        return original.ask(Import::underway).contains(user);
    }

    /** Whether there is more to do now. */
    private boolean proceeds(long user) {
        try {
            return step(user, STEP);
        } catch (RuntimeException e) {
            return !waits(user, e) && oneByOne(user);
        }
    }

    /** The row that fails keeps no other from being done. */
    private boolean oneByOne(long user) {
        var more = true;
        for (var i = 0; more && i < STEP; i++) {
            more = one(user);
        }
        return more;
    }

    private boolean one(long user) {
        try {
            return step(user, 1);
        } catch (RuntimeException e) {
            return !waits(user, e)
                    && Retry.transaction(
                            () -> Import.taken(user).map(ImportStep::fail).orElse(false));
        }
    }

    /** Whether nothing is wrong but that others are in the way, or the database is away: it is left for the next time. */
    private static boolean waits(long user, RuntimeException e) {
        var waits = DatabaseProblem.isForAWhile(e);
        if (waits) {
            Log.infof("The import of user %d waits: %s", user, e);
        } else {
            Log.errorf(e, "A step of the import of user %d failed", user);
        }
        return waits;
    }

    private boolean step(long user, int most) {
        return Retry.transaction(() -> Import.taken(user)
                .map(taken -> new ImportStep(taken, allowance).run(most))
                .orElse(false));
    }
}
