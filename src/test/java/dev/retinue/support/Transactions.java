package dev.retinue.support;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A line of a test in a transaction of its own. */
public class Transactions {

    private Transactions() {}

    public static void run(Runnable line) {
        QuarkusTransaction.requiringNew().run(line);
    }

    /** In a transaction: until another one waits for a lock. */
    public static void awaitSomeoneWaiting() {
        awaitWaiting(1);
    }

    /** In a transaction: until so many others wait for a lock. */
    public static void awaitWaiting(long many) {
        var waiting = "select count(*) from pg_locks where not granted";
        Patience.until(() -> Long.valueOf(many)
                .equals(Panache.getEntityManager().createNativeQuery(waiting).getSingleResult()));
    }

    public static long count(LongSupplier line) {
        return QuarkusTransaction.requiringNew().call(line::getAsLong);
    }

    /** A statement that changes something. */
    public static void sql(String statement, Object... parameters) {
        run(() -> {
            var query = Panache.getEntityManager().createNativeQuery(statement);
            for (var i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            query.executeUpdate();
        });
    }

    /** What a query gives that has one number. */
    public static long number(String query) {
        return ask(() -> (Number)
                        Panache.getEntityManager().createNativeQuery(query).getSingleResult())
                .longValue();
    }

    public static <T> T ask(Supplier<T> line) {
        return QuarkusTransaction.requiringNew().call(line::get);
    }
}
