package dev.retinue.shell;

import dev.retinue.users.Direction;
import dev.retinue.users.Entry;
import dev.retinue.users.Listing;
import dev.retinue.users.WholeList;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that prints one of a member's lists, of any length, the newest first. */
abstract class ListTask extends Task {

    @Parameters(paramLabel = "A", description = "A member.")
    String a;

    @Option(names = "--limit", paramLabel = "N", description = "No more than so many.")
    long limit = Long.MAX_VALUE;

    @Inject
    WholeList list;

    private final Direction direction;

    ListTask(Direction direction) {
        this.direction = direction;
    }

    @Override
    public Integer call() {
        list.read(Listing.own(user(a), direction)).limit(Math.max(0, limit)).forEach(this::print);
        return YES;
    }

    private void print(Entry entry) {
        answer(
                entry.since() + "  " + entry.username() + (entry.secret() ? "  (privately)" : ""),
                new JsonObject()
                        .put("username", entry.username())
                        .put("timestamp", entry.since().toString())
                        .put("private", entry.secret()));
    }
}
