package dev.retinue.users;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;

/** Transactions that are tried again where the database asks for it (PostgreSQL manual, "Serialization Failure Handling"). */
class Retry {

    private static final Set<String> WORTH_IT = Set.of("40001", "40P01");

    private static final int ATTEMPTS = 3;

    private Retry() {}

    /** The whole transaction, at most three times. */
    static <T> T transaction(Callable<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isWorthIt(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isWorthIt(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && WORTH_IT.contains(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
