package dev.retinue.portability;

import dev.retinue.portability.Tally.Total;
import dev.retinue.users.Visibility;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The rows of the file that a member imports, in the database. */
class ImportRows {

    private static final int PAGE = 40;

    private static final int PIECE = 1_000;

    /** @param username null where the member may not know of such a user */
    record Row(long line, String account, String note, boolean secret, Long other, Outcome outcome, String username) {

        static Row of(Object[] columns) {
            return new Row(
                    (Long) columns[0],
                    (String) columns[1],
                    (String) columns[2],
                    (Boolean) columns[3],
                    (Long) columns[4],
                    Outcome.valueOf((String) columns[5]),
                    (String) columns[6]);
        }
    }

    /**
     * Some of them, in order.
     *
     * @param next the line after which the next page begins; 0 where there is none
     */
    record Page(List<Row> rows, long next) {

        private static Page of(List<Row> read) {
            var rows = read.subList(0, Math.min(PAGE, read.size()));
            return new Page(rows, read.size() > PAGE ? rows.get(PAGE - 1).line : 0);
        }
    }

    private ImportRows() {}

    static void insert(long user, List<Foreseen> rows) {
        session()
                .createNativeMutationQuery("""
                        insert into import_rows (user_id, line, account, note, private, other_id, outcome)
                        select ?1, * from unnest(?2, ?3, ?4, ?5, ?6, ?7)
                        """)
                .setParameter(1, user)
                .setParameter(2, column(rows, each -> each.row().line(), Long[]::new))
                .setParameter(3, column(rows, each -> each.row().account(), String[]::new))
                .setParameter(4, column(rows, each -> each.row().note(), String[]::new))
                .setParameter(5, column(rows, each -> each.row().secret(), Boolean[]::new))
                .setParameter(6, column(rows, Foreseen::other, Long[]::new))
                .setParameter(7, column(rows, each -> each.outcome().name(), String[]::new))
                .executeUpdate();
    }

    static Tally tally(long user) {
        return new Tally(session()
                .createNativeQuery("""
                        select outcome, count(*) as rows from import_rows where user_id = ?1
                        group by outcome order by 2 desc
                        """, Object[].class)
                .setParameter(1, user)
                .getResultStream()
                .map(row -> new Total(Outcome.valueOf((String) row[0]), ((Number) row[1]).longValue()))
                .toList());
    }

    /** After that line; of one outcome, or of all where that is empty. */
    static Page page(long user, long after, String outcome) {
        return Page.of(rows("line > :after and :outcome in ('', outcome) order by line limit " + (PAGE + 1), user)
                .setParameter("after", after)
                .setParameter("outcome", outcome)
                .getResultList()
                .stream()
                .map(Row::of)
                .toList());
    }

    /** What is still to be done, from the first line on. */
    static List<Row> left(long user, int most) {
        return rows(Outcome.LEFT_SQL + " order by line limit " + most, user).getResultList().stream()
                .map(Row::of)
                .toList();
    }

    /** Everything that did not work out, in order; it reads on while it is used, a list at a time: a stream of the database would hold a connection. */
    static Stream<Row> refused(long user) {
        return Stream.iterate(
                        refused(user, 0),
                        piece -> !piece.isEmpty(),
                        piece -> refused(user, piece.get(piece.size() - 1).line))
                .flatMap(List::stream);
    }

    private static List<Row> refused(long user, long after) {
        return rows(Outcome.REFUSED_SQL + " and line > :after order by line limit " + PIECE, user)
                .setParameter("after", after)
                .getResultList()
                .stream()
                .map(Row::of)
                .toList();
    }

    static void record(long user, List<Row> rows, List<Outcome> outcomes) {
        session()
                .createNativeMutationQuery("""
                        update import_rows r set outcome = done.outcome
                        from unnest(?2, ?3) as done (line, outcome) where r.user_id = ?1 and r.line = done.line
                        """)
                .setParameter(1, user)
                .setParameter(2, column(rows, Row::line, Long[]::new))
                .setParameter(3, column(outcomes, Outcome::name, String[]::new))
                .executeUpdate();
    }

    private static NativeQuery<Object[]> rows(String condition, long user) {
        return session()
                .createNativeQuery("""
                        select line, account, note, private, other_id, outcome, username
                        from import_rows r left join users u on u.id = r.other_id and %s
                        where r.user_id = :viewer and %s
                        """.formatted(Visibility.USER, condition), Object[].class)
                .setParameter("viewer", user);
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
