package dev.retinue.shell;

import dev.retinue.users.CountRepair;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;

/** Repairs the counts. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description = "Counts everyone's followers and following anew, repairs what differed and says what it was.")
class Recount implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Inject
    CountRepair repair;

    @Override
    public Integer call() {
        var found = new AtomicLong();
        repair.run(difference -> {
            if (found.incrementAndGet() <= SHOWN) {
                System.out.println(difference);
            }
        });
        System.out.println(summary(found.get()));
        return 0;
    }

    private static String summary(long found) {
        if (found == 0) {
            return "The counts of everyone are right.";
        }
        return (found > SHOWN ? "... and " + (found - SHOWN) + " more.\n" : "") + "The counts of " + found
                + (found == 1 ? " member" : " members") + " were wrong, and are right now.";
    }
}
