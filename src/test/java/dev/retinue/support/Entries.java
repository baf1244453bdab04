package dev.retinue.support;

import io.quarkus.hibernate.orm.panache.Panache;

/** What a question costs the database: the entries that it reads from the indexes of a table, or the rows from the table itself. */
public class Entries {

    private static final String INDEXES = "select indexrelid from pg_index where indrelid = cast(?1 as regclass)";

    private static final String ITSELF = "select cast(cast(?1 as regclass) as oid)";

    private Entries() {}

    /** In a transaction of its own. */
    public static long read(String table, Runnable question) {
        return read(INDEXES, table, question);
    }

    /** Likewise the rows of the table itself that are passed without an index. */
    public static long passed(String table, Runnable question) {
        return read(ITSELF, table, question);
    }

    private static long read(String what, String table, Runnable question) {
        return Transactions.count(() -> {
            var before = soFar(what, table);
            question.run();
            return soFar(what, table) - before;
        });
    }

    private static long soFar(String what, String table) {
        return (Long) Panache.getEntityManager()
                .createNativeQuery("select cast(sum(pg_stat_get_xact_tuples_returned(relation)) as bigint) from ("
                        + what + ") relations (relation)")
                .setParameter(1, table)
                .getSingleResult();
    }
}
