package dev.retinue.shell;

import dev.retinue.users.CountRepair;
import dev.retinue.users.Invariants;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether everything that should hold does. */
@Command(
        name = "check",
        description = {
            "Looks whether everything holds that should hold between members, and whether the counts are right.",
            "Example: check --repair"
        },
        exitCodeList = {
            "0:everything holds, or was repaired",
            "1:something does not hold",
            "2:the command is not written so"
        })
class Check extends Task {

    private static final double NANOS = 1e9;

    @Option(names = "--repair", description = "Repairs what does not hold. Members can go on meanwhile.")
    boolean repairs;

    @Inject
    Invariants invariants;

    @Inject
    CountRepair counts;

    private long start;

    private long violations;

    @Override
    public Integer call() throws IOException {
        violations = 0;
        start = System.nanoTime();
        (repairs ? invariants.repair() : invariants.check())
                .forEach(finding -> tell(finding.rule(), finding.violations(), String.join(", ", finding.examples())));
        var wrong = repairs ? repaired() : counts.wrong();
        tell("Every count is the length of its list", wrong, "");
        return violations == 0 || repairs ? YES : NO;
    }

    private long repaired() throws IOException {
        var repaired = new AtomicLong();
        Steps.count(progress -> counts.run(difference -> repaired.incrementAndGet(), progress));
        return repaired.get();
    }

    private void tell(String rule, long violated, String examples) {
        violations += violated;
        var seconds = (System.nanoTime() - start) / NANOS;
        var found = violated == 0 ? "holds" : "%,d %s".formatted(violated, repairs ? "repaired" : "violations");
        var users = examples.isEmpty() ? "" : "%n    users %s".formatted(examples);
        answer(
                "%-55s %s (%.1f s)%s".formatted(rule, found, seconds, users),
                new JsonObject()
                        .put("rule", rule)
                        .put("violations", violated)
                        .put("repaired", repairs)
                        .put("seconds", seconds)
                        .put("users", examples));
        start = System.nanoTime();
    }
}
