package dev.retinue.support;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Every text that the database holds. */
@ApplicationScoped
public class StoredText {

    /** Those in which the regular expression of PostgreSQL is found, with where they stand. */
    @Transactional
    public List<?> stored(String expression) {
        return columns().stream()
                .flatMap(column -> found((String) column[0], (String) column[1], expression).stream())
                .toList();
    }

    @Transactional
    public List<?> usernames(String expression) {
        return found("users", "username", expression);
    }

    private static List<Object[]> columns() {
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and data_type in ('text', 'character varying', 'ARRAY')
                        """, Object[].class)
                .getResultList();
    }

    private static List<?> found(String table, String column, String expression) {
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select '%1$s.%2$s: ' || \"%2$s\"::text from \"%1$s\" where \"%2$s\"::text ~ :expression"
                                .formatted(table, column)
                                .replace("::", "\\:\\:"),
                        String.class)
                .setParameter("expression", expression)
                .getResultList();
    }
}
