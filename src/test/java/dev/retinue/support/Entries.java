package dev.retinue.support;

import io.quarkus.hibernate.orm.panache.Panache;

/** What a question costs the database: the entries that it reads from the indexes of a table. */
public class Entries {

    private Entries() {}

    /** In a transaction of its own. */
    public static long read(String table, Runnable question) {
        return Transactions.count(() -> {
            var before = soFar(table);
            question.run();
            return soFar(table) - before;
        });
    }

    private static long soFar(String table) {
        return (Long) Panache.getEntityManager()
                .createNativeQuery("""
                        select cast(sum(pg_stat_get_xact_tuples_returned(indexrelid)) as bigint)
                        from pg_index where indrelid = cast(?1 as regclass)
                        """)
                .setParameter(1, table)
                .getSingleResult();
    }
}
