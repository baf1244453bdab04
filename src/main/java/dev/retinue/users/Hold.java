package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;

/**
 * How users are held until the transaction ends: by the rows of their counts, in order of user id, so that no two transactions deadlock.
 * The version of the one who does something tells whoever looks at a {@link Glance}.
 */
public final class Hold {

    /** So long a step beside the site waits for somebody: whoever it holds already waits with it. */
    public static final Duration A_STEP = Duration.ofSeconds(1);

    private Hold() {}

    /** The counts of a user and of others, and with them all that is between the user and each. */
    static void of(long user, List<Long> others) {
        of(user, others, "true");
    }

    /** Likewise, where somebody else holds none of them for longer than that: a page has no more than that to wait. */
    public static void of(long user, List<Long> others, Duration patience) {
        of(user, others, waitingFor(patience));
    }

    /**
     * Likewise of a user and of whoever has that key.
     *
     * @return whether two are held; otherwise nobody has that key, or the user does
     */
    static boolean named(User user, String key, Duration patience) {
        var held = held(
                        "user_id in (:user, (select id from users where username_key = :key)) and "
                                + waitingFor(patience),
                        user.id)
                .setParameter("key", key)
                .getSingleResult();
        return held.equals(2L);
    }

    /** The counts of a user, and the user as well: nobody begins anything with them who knows them as they were. */
    static void whole(User user) {
        Panache.getEntityManager()
                .createNativeQuery("select id from users where id = ?1 for no key update")
                .setParameter(1, user.id)
                .getResultList();
        of(user.id, List.of());
    }

    /** From here to the end of the transaction, rows that somebody else holds are waited for no longer than that. */
    static void waitNoLongerThan(Duration patience) {
        Panache.getEntityManager()
                .createNativeQuery("select " + waitingFor(patience), Boolean.class)
                .getSingleResult();
    }

    /** In SQL: that from here to the end of the transaction no row that somebody else holds is waited for any longer, or twice as long beside others. */
    static String waitingFor(Duration patience) {
        return "(select set_config('lock_timeout', '%d', true)) <> ''".formatted(patience.toMillis());
    }

    private static void of(long user, List<Long> others, String waiting) {
        held("(user_id = :user or user_id = any(:others)) and " + waiting, user)
                .setParameter("others", others.toArray(Long[]::new))
                .getSingleResult();
    }

    private static Query held(String whose, long user) {
        return Panache.getEntityManager()
                .createNativeQuery("""
                        with held as (select user_id from follow_counts where %s order by user_id for update),
                            counted as (update follow_counts set version = version + 1
                                where user_id = :user and (select count(*) from held) > 0)
                        select count(*) from held
                        """.formatted(whose))
                .setParameter("user", user);
    }
}
