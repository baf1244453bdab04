package dev.retinue.portability;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import org.hibernate.Session;

/** Who would be ended where a file replaces a list: how many, and the first few. */
record Leaving(long count, List<Leaver> first) {

    private static final int SHOWN = 20;

    private static final Leaving NOBODY = new Leaving(0, List.of());

    /** Whoever belonged to it when the file came, and is not in it. */
    private static final String LEAVERS = """
            from %1$s t join users u on u.id = t.%3$s
            where t.%2$s = :user and t.timestamp < :time and u.hidden_since is null
                and not exists (select from import_rows r where r.user_id = :user and r.other_id = u.id)
            """;

    /** Somebody whom the file does not name. */
    record Leaver(long id, String username) {}

    /** Whom that import has still to end. */
    static Leaving of(Import from) {
        return from.overwrite && !from.done()
                ? new Leaving(
                        query("select count(*) " + LEAVERS, Long.class, from).get(0), first(from, SHOWN))
                : NOBODY;
    }

    static List<Leaver> first(Import from, int most) {
        return query("select u.id, u.username " + LEAVERS + " order by t.timestamp limit " + most, Leaver.class, from);
    }

    public long others() {
        return count - first.size();
    }

    private static <T> List<T> query(String sql, Class<T> type, Import from) {
        var kind = from.kind;
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql.formatted(kind.table, kind.owner, kind.person), type)
                .setParameter("user", from.userId)
                .setParameter("time", from.createdAt)
                .getResultList();
    }
}
