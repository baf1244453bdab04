package dev.retinue.shell;

import dev.retinue.users.CountRepair;
import dev.retinue.users.Invariants;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether everything that should hold does. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Looks whether everything holds that should hold between members, and whether the counts are right.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything holds, or was repaired", "1:something does not hold"})
class Check implements Callable<Integer> {

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
    public Integer call() {
        start = System.nanoTime();
        (repairs ? invariants.repair() : invariants.check())
                .forEach(finding -> tell(finding.rule(), finding.violations(), String.join(", ", finding.examples())));
        var wrong = repairs ? repaired() : counts.wrong();
        tell("Every count is the length of its list", wrong, "");
        return violations == 0 || repairs ? 0 : 1;
    }

    private long repaired() {
        var repaired = new long[1];
        counts.run(difference -> repaired[0]++);
        return repaired[0];
    }

    private void tell(String rule, long violated, String examples) {
        violations += violated;
        var found = violated == 0 ? "holds" : "%,d %s".formatted(violated, repairs ? "repaired" : "violations");
        System.out.printf("%-55s %s (%.1f s)%n", rule, found, (System.nanoTime() - start) / NANOS);
        if (!examples.isEmpty()) {
            System.out.println("    users " + examples);
        }
        start = System.nanoTime();
    }
}
