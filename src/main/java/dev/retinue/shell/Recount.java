package dev.retinue.shell;

import dev.retinue.users.CountRepair;
import jakarta.inject.Inject;
import java.io.PrintStream;
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
        if (run(System.out) == 0) {
            System.out.println("The counts of everyone are right.");
        }
        return 0;
    }

    /** How many were wrong; says so, with the first few. */
    long run(PrintStream out) {
        var found = new AtomicLong();
        repair.run(difference -> {
            if (found.incrementAndGet() <= SHOWN) {
                out.println(difference);
            }
        });
        if (found.get() > SHOWN) {
            out.printf("... and %,d more.%n", found.get() - SHOWN);
        }
        if (found.get() > 0) {
            out.printf("%,d had wrong counts, which are right now.%n", found.get());
        }
        return found.get();
    }
}
