package dev.retinue.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A line of a test in a transaction of its own. */
public class Transactions {

    private Transactions() {}

    public static void run(Runnable line) {
        QuarkusTransaction.requiringNew().run(line);
    }

    public static long count(LongSupplier line) {
        return QuarkusTransaction.requiringNew().call(line::getAsLong);
    }

    public static <T> T ask(Supplier<T> line) {
        return QuarkusTransaction.requiringNew().call(line::get);
    }
}
