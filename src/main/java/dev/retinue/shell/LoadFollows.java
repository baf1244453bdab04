package dev.retinue.shell;

import dev.retinue.portability.FollowFile;
import dev.retinue.portability.Load;
import dev.retinue.portability.LoadReport;
import dev.retinue.users.CountRepair;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a file of follows. */
@Command(
        name = "load",
        description = {
            "Loads a CSV file of follower,followed usernames, and makes the users that are missing.",
            "Rows that cannot be loaded are left out and counted. Loading a file again changes nothing.",
            "Example: load follows.csv.gz"
        })
class LoadFollows extends Task {

    @Parameters(paramLabel = "FILE.csv[.gz]", description = "The file.")
    Path file;

    @Inject
    Load load;

    @Inject
    Recount recount;

    @Inject
    CountRepair repair;

    /** Whom the file brings in has counts that are right; those of everyone else are looked at, too. */
    @Override
    public Integer call() throws IOException, SQLException {
        assertReadable(file);
        var last = repair.last();
        var report = report(new FollowFile(file));
        if (json) {
            System.out.println(object(report)
                    .put("countsRepaired", recount.repaired(last).count())
                    .encode());
        } else {
            print(report);
            recount.repaired(last).print(System.out);
        }
        return YES;
    }

    private LoadReport report(FollowFile follows) throws IOException, SQLException {
        if (!Terminal.isWatched()) {
            return load.run(follows, new ProgressLines(follows.size()));
        }
        try (var bar = new ProgressOnTerminal(follows.size())) {
            return load.run(follows, bar);
        }
    }

    private static JsonObject object(LoadReport report) {
        var skipped = new JsonObject();
        report.skipped().forEach((reason, rows) -> skipped.put(reason.name(), rows.rows()));
        return new JsonObject()
                .put("follows", report.follows())
                .put("users", report.users())
                .put("skipped", skipped);
    }

    private static void print(LoadReport report) {
        System.out.printf("%,d follows begun, %,d users made.%n", report.follows(), report.users());
        report.skipped().forEach((reason, skipped) -> {
            var lines = skipped.firstLines().toString().replaceAll("[\\[\\]]", "");
            System.out.printf(
                    "%,d left out, %s: line %s%s%n",
                    skipped.rows(),
                    reason.words,
                    lines,
                    skipped.rows() > skipped.firstLines().size() ? ", ..." : "");
        });
    }
}
