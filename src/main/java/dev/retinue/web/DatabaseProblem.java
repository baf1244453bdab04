package dev.retinue.web;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the database says when it does not do something, by the first two characters of its SQLSTATE (PostgreSQL manual, appendix A). */
public class DatabaseProblem {

    /**
     * Connection exception, transaction rollback (others were in the way, time and again), insufficient resources such as a full
     * disk, operator intervention such as a shutdown or a statement over its time, system error.
     */
    private static final Set<String> FOR_A_WHILE = Set.of("08", "40", "53", "57", "58");

    /** Others were in the way (PostgreSQL manual, "Serialization Failure Handling"). */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Text that no database keeps: with the character NUL. */
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private DatabaseProblem() {}

    public static boolean isOne(Throwable failure) {
        return in(failure).isPresent();
    }

    /** Whether it may work in a while. A pool that has no connection to give says nothing but that. */
    public static boolean isForAWhile(Throwable failure) {
        return isHeld(failure)
                || in(failure)
                        .filter(problem -> problem.getSQLState() == null
                                || FOR_A_WHILE.contains(problem.getSQLState().substring(0, 2)))
                        .isPresent();
    }

    /** Whether the same transaction may work when it is begun again. */
    public static boolean isWorthAnotherTry(Throwable failure) {
        return in(failure)
                .filter(problem -> problem.getSQLState() != null && TRY_AGAIN.contains(problem.getSQLState()))
                .isPresent();
    }

    /** Whether others were in the way, and may still be. */
    public static boolean isInTheWay(Throwable failure) {
        return isWorthAnotherTry(failure) || isHeld(failure);
    }

    /** Whether a lock was not had in time. */
    private static boolean isHeld(Throwable failure) {
        return in(failure)
                .filter(problem -> LOCK_NOT_AVAILABLE.equals(problem.getSQLState()))
                .isPresent();
    }

    /** Whether something was sent that is no text. */
    public static boolean isUnreadable(Throwable failure) {
        return in(failure)
                .filter(problem -> CHARACTER_NOT_IN_REPERTOIRE.equals(problem.getSQLState()))
                .isPresent();
    }

    private static Optional<SQLException> in(Throwable failure) {
        return in(failure, new HashSet<>());
    }

    /** Wherever it stands: that of a commit stands beside the cause of the failure. */
    private static Optional<SQLException> in(Throwable failure, Set<Throwable> seen) {
        if (failure instanceof SQLException problem) {
            return Optional.of(problem);
        }
        return failure == null || !seen.add(failure)
                ? Optional.empty()
                : Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                        .flatMap(each -> in(each, seen).stream())
                        .findFirst();
    }
}
