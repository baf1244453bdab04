package dev.retinue.shell;

import dev.retinue.users.CountRepair;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;

/** Repairs the counts. */
@Command(
        name = "recount",
        description = {
            "Counts everyone's followers and following anew, repairs what differed and says what it was.",
            "Example: recount"
        })
class Recount extends Task {

    private static final int SHOWN = 20;

    /** How many counts were wrong, and the first few as they were and are. */
    record Repaired(long count, List<String> first) {

        void print(PrintStream out) {
            first.forEach(out::println);
            if (count > SHOWN) {
                out.printf("... and %,d more.%n", count - SHOWN);
            }
            if (count > 0) {
                out.printf("%,d had wrong counts, which are right now.%n", count);
            }
        }
    }

    @Inject
    CountRepair repair;

    @Override
    public Integer call() throws IOException {
        var repaired = repaired(repair.last());
        if (json) {
            System.out.println(new JsonObject()
                    .put("repaired", repaired.count)
                    .put("first", new JsonArray(repaired.first))
                    .encode());
        } else {
            repaired.print(System.out);
            System.out.print(repaired.count == 0 ? "The counts of everyone are right.\n" : "");
        }
        return YES;
    }

    /** Up to the user with that id, with a bar that moves, where a person waits for it. */
    Repaired repaired(long last) throws IOException {
        var count = new AtomicLong();
        var first = new ArrayList<String>();
        Steps.count(progress -> repair.run(
                last,
                difference -> {
                    if (count.incrementAndGet() <= SHOWN) {
                        first.add(difference.toString());
                    }
                },
                progress));
        return new Repaired(count.get(), first);
    }
}
