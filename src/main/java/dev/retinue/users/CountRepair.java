package dev.retinue.users;

import static java.util.stream.Collectors.joining;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;

/**
 * Makes the counts equal to the lists, in steps, beside a site that goes on: what looks wrong is found without a lock,
 * then counted again while its row is held, when no follow can change it.
 */
@ApplicationScoped
public class CountRepair {

    private static final long STEP = 10_000;

    /** The counts of users {@code u} as the lists have them. */
    private static final String ACTUAL = """
            (select u.id as user_id, u.username, i.*, o.* from users u
                cross join lateral (select %s from follows f where followed_id = u.id) i
                cross join lateral (select %s from follows f where follower_id = u.id) o
            where u.id {users}) a""".formatted(counted(Direction.FOLLOWERS), counted(Direction.FOLLOWING));

    private static final String DIFFERS = "(" + all("c.") + ") <> (" + all("a.") + ")";

    /** A user whose counts were wrong: what they were and are, in the order of {@link CountColumn}. */
    public record Difference(String username, Long[] was, Long[] is) {

        @Override
        public String toString() {
            return username + ": "
                    + Arrays.stream(CountColumn.values())
                            .filter(column -> !was[column.ordinal()].equals(is[column.ordinal()]))
                            .map(column -> column.toString().replace('_', ' ') + " " + was[column.ordinal()] + " -> "
                                    + is[column.ordinal()])
                            .collect(joining(", "));
        }
    }

    /** How far it is. */
    public interface Progress {
        void is(long done, long all);
    }

    @Inject
    Session database;

    /** Gives every difference that was found and repaired. */
    public void run(Consumer<Difference> found) {
        run(found, (done, all) -> {});
    }

    /** @param progress is told how much is done, after each step */
    public void run(Consumer<Difference> found, Progress progress) {
        run(last(), found, progress);
    }

    /** @param last the id of the last user whose counts are looked at */
    public void run(long last, Consumer<Difference> found, Progress progress) {
        for (long from = 1; from <= last; from += STEP) {
            var first = from;
            var end = Math.min(from + STEP, last + 1);
            QuarkusTransaction.requiringNew().call(() -> repair(first, end)).forEach(found);
            progress.is(end - 1, last);
        }
    }

    /** How many users have wrong counts; repairs nothing. */
    public long wrong() {
        var last = last();
        var wrong = 0L;
        for (long from = 1; from <= last; from += STEP) {
            var first = from;
            wrong += QuarkusTransaction.requiringNew().call(() -> suspects(first, first + STEP)).length;
        }
        return wrong;
    }

    /** The id of the last user there is. */
    public long last() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select coalesce(max(id), 0) from users", Long.class)
                        .getSingleResult());
    }

    private List<Difference> repair(long from, long end) {
        database.createNativeMutationQuery("""
                        insert into follow_counts (user_id) select id from users where id >= ?1 and id < ?2
                            and not exists (select from follow_counts where user_id = id)
                        on conflict do nothing
                        """)
                .setParameter(1, from)
                .setParameter(2, end)
                .executeUpdate();
        var suspects = suspects(from, end);
        return suspects.length == 0 ? List.of() : recount(suspects);
    }

    private Long[] suspects(long from, long end) {
        return database.createNativeQuery(
                        "select user_id from follow_counts c join "
                                + ACTUAL.replace("{users}", ">= ?1 and u.id < ?2")
                                + " using (user_id) where " + DIFFERS,
                        Long.class)
                .setParameter(1, from)
                .setParameter(2, end)
                .getResultStream()
                .toArray(Long[]::new);
    }

    /** The second statement sees every follow whose transaction held a row before this one did. */
    private List<Difference> recount(Long[] suspects) {
        database.createNativeQuery(
                        "select user_id from follow_counts where user_id = any(?1) order by user_id for update",
                        Long.class)
                .setParameter(1, suspects)
                .getResultList();
        return database.createNativeQuery(
                        """
                        with wrong as (
                            select a.*, array[%1$s] as was, array[%2$s] as actual
                            from follow_counts c join %3$s using (user_id) where %4$s),
                        repaired as (
                            update follow_counts c set (%5$s) = (select %2$s)
                            from wrong a where c.user_id = a.user_id)
                        select username, was, actual from wrong order by user_id
                        """.formatted(all("c."), all("a."), ACTUAL.replace("{users}", "= any(?1)"), DIFFERS, all("")),
                        Difference.class)
                .setParameter(1, suspects)
                .getResultList();
    }

    private static String all(String prefix) {
        return CountColumn.each(prefix + "{column}");
    }

    private static String counted(Direction list) {
        return CountColumn.each(list, "count(*) filter (where {counted}) as {column}");
    }
}
