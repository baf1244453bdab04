package dev.retinue.web;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What the database says when it does not do something, by the first two characters of its SQLSTATE (PostgreSQL manual, appendix A). */
public class DatabaseProblem {

    /**
     * Connection exception, transaction rollback (others were in the way, time and again), insufficient resources such as a full
     * disk, operator intervention such as a shutdown or a statement over its time, system error.
     */
    private static final Set<String> FOR_A_WHILE = Set.of("08", "40", "53", "57", "58");

    /** Text that no database keeps: with the character NUL. */
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private DatabaseProblem() {}

    public static boolean isOne(Throwable failure) {
        return in(failure).isPresent();
    }

    /** Whether it may work in a while. A pool that has no connection to give says nothing but that. */
    public static boolean isForAWhile(Throwable failure) {
        return in(failure)
                .filter(problem -> problem.getSQLState() == null
                        || FOR_A_WHILE.contains(problem.getSQLState().substring(0, 2)))
                .isPresent();
    }

    /** Whether something was sent that is no text. */
    static boolean isUnreadable(Throwable failure) {
        return in(failure)
                .filter(problem -> CHARACTER_NOT_IN_REPERTOIRE.equals(problem.getSQLState()))
                .isPresent();
    }

    private static Optional<SQLException> in(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }
}
