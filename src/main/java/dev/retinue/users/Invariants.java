package dev.retinue.users;

import dev.retinue.sql.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Looks whether all that always holds does hold, and repairs what does not, beside a site that goes on. */
@ApplicationScoped
public class Invariants {

    private static final int STEP = 500;

    private static final int SHOWN = 5;

    /** Two users between whom something does not hold. */
    record Violation(long follower, long followed) {}

    /** @param examples the first few, by numbers of users */
    public record Finding(String rule, long violations, List<String> examples) {}

    @Inject
    Session database;

    /** Each rule as it is looked at. The database itself sees to it that nobody follows themself. */
    public Stream<Finding> check() {
        return Stream.of(Invariant.values()).map(this::check);
    }

    /** Likewise, and afterwards it holds. */
    public Stream<Finding> repair() {
        return Stream.of(Invariant.values()).map(invariant -> {
            var finding = check(invariant);
            repair(invariant);
            return finding;
        });
    }

    private Finding check(Invariant invariant) {
        return Retry.transaction(() -> {
            var count = database.createNativeQuery(
                            "select count(*) from (" + invariant.violations + ") violations", Long.class)
                    .getSingleResult();
            var examples = count == 0 ? List.<Violation>of() : violations(invariant, SHOWN);
            return new Finding(
                    invariant.toString(),
                    count,
                    examples.stream()
                            .map(each -> each.follower + " -> " + each.followed)
                            .toList());
        });
    }

    private void repair(Invariant invariant) {
        List<Violation> found;
        do {
            found = Retry.transaction(() -> violations(invariant, STEP));
            found.forEach(violation -> Retry.run(() -> repair(invariant, violation)));
        } while (found.size() == STEP);
    }

    /** Whoever was quicker may have mended it. */
    private void repair(Invariant invariant, Violation violation) {
        Hold.of(violation.follower, List.of(violation.followed));
        var sql = "select * from (" + invariant.violations + ") v where follower_id = ?1 and followed_id = ?2";
        database.createNativeQuery(sql, Violation.class)
                .setParameter(1, violation.follower)
                .setParameter(2, violation.followed)
                .uniqueResultOptional()
                .ifPresent(still -> invariant.repair(still.follower, still.followed));
    }

    private List<Violation> violations(Invariant invariant, int limit) {
        return database.createNativeQuery(invariant.violations + " limit " + limit, Violation.class)
                .getResultList();
    }
}
