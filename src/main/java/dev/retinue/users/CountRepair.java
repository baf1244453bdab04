package dev.retinue.users;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /** A user whose counts were wrong. */
    public record Difference(
            String username, long followers, long following, long rightFollowers, long rightFollowing) {

        @Override
        public String toString() {
            return username + ": followers " + followers + " -> " + rightFollowers + ", following " + following + " -> "
                    + rightFollowing;
        }
    }

    @Inject
    Session database;

    /** Gives every difference that was found and repaired. */
    public void run(Consumer<Difference> found) {
        var last = QuarkusTransaction.requiringNew().call(this::last);
        for (long from = 0; from <= last; from += STEP) {
            var first = from;
            QuarkusTransaction.requiringNew().call(() -> repair(first)).forEach(found);
        }
    }

    private long last() {
        return database.createNativeQuery("select coalesce(max(id), 0) from users", Long.class)
                .getSingleResult();
    }

    private List<Difference> repair(long from) {
        database.createNativeMutationQuery("""
                        insert into follow_counts (user_id) select id from users where id >= ?1 and id < ?2
                            and not exists (select from follow_counts where user_id = id)
                        on conflict do nothing
                        """)
                .setParameter(1, from)
                .setParameter(2, from + STEP)
                .executeUpdate();
        var suspects = suspects(from);
        return suspects.length == 0 ? List.of() : recount(suspects);
    }

    private Long[] suspects(long from) {
        return database.createNativeQuery("""
                        select user_id from follow_counts c where user_id >= ?1 and user_id < ?2 and (
                            followers <> (select count(*) from follows where followed_id = c.user_id)
                            or following <> (select count(*) from follows where follower_id = c.user_id))
                        """, Long.class)
                .setParameter(1, from)
                .setParameter(2, from + STEP)
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
        return database.createNativeQuery("""
                        with actual as (
                            select id, username,
                                (select count(*) from follows where followed_id = id) as followers,
                                (select count(*) from follows where follower_id = id) as following
                            from users where id = any(?1)),
                        repaired as (
                            update follow_counts c set followers = a.followers, following = a.following
                            from actual a where c.user_id = a.id
                                and (c.followers <> a.followers or c.following <> a.following)
                            returning c.user_id)
                        select a.username, c.followers, c.following, a.followers, a.following
                        from repaired join follow_counts c using (user_id) join actual a on a.id = user_id
                        order by user_id
                        """, Difference.class)
                .setParameter(1, suspects)
                .getResultList();
    }
}
