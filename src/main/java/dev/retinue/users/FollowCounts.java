package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;

/** How many follow a user, and how many the user follows. */
@Entity
@Table(name = "follow_counts")
public class FollowCounts extends PanacheEntityBase {

    @Id
    Long userId;

    /** How many everyone may see. */
    public long followers;

    public long following;

    /** Those of which only the two know. */
    public long privateFollowers;

    public long privateFollowing;

    /** Those who have deactivated. */
    public long hiddenFollowers;

    public long hiddenFollowing;

    /** How often the user did something to somebody, or was held to do so. */
    long version;

    protected FollowCounts() {}

    FollowCounts(User user) {
        userId = user.id;
    }

    public long allFollowers() {
        return followers + privateFollowers + hiddenFollowers;
    }

    public long allFollowing() {
        return following + privateFollowing + hiddenFollowing;
    }

    /**
     * Holds the counts of a user and of others until the transaction ends, and with them all that is between the user and each. In
     * order of user id, so that no two transactions deadlock. The user's version tells whoever looks at a {@link Glance}.
     */
    public static void hold(long user, List<Long> others) {
        hold(user, others, "true");
    }

    /** Likewise, where somebody else holds none of them for longer than that: a page has no more than that to wait. */
    static void hold(long user, List<Long> others, Duration patience) {
        hold(user, others, waitingFor(patience));
    }

    /**
     * Likewise of a user and of whoever has that key.
     *
     * @return whether two are held; otherwise nobody has that key, or the user does
     */
    static boolean hold(User user, String key, Duration patience) {
        var held = hold(
                        "user_id in (:user, (select id from users where username_key = :key)) and "
                                + waitingFor(patience),
                        user.id)
                .setParameter("key", key)
                .getSingleResult();
        return held.equals(2L);
    }

    /** Holds the counts of a user, and the user as well: nobody begins anything with them who knows them as they were. */
    static void hold(User user) {
        getEntityManager()
                .createNativeQuery("select id from users where id = ?1 for no key update")
                .setParameter(1, user.id)
                .getResultList();
        hold(user.id, List.of());
    }

    /** From here to the end of the transaction, rows that somebody else holds are waited for no longer than that. */
    static void waitNoLongerThan(Duration patience) {
        getEntityManager()
                .createNativeQuery("select " + waitingFor(patience), Boolean.class)
                .getSingleResult();
    }

    /** In SQL: that from here to the end of the transaction no row that somebody else holds is waited for any longer, or twice as long beside others. */
    static String waitingFor(Duration patience) {
        return "(select set_config('lock_timeout', '%d', true)) <> ''".formatted(patience.toMillis());
    }

    private static void hold(long user, List<Long> others, String waiting) {
        hold("(user_id = :user or user_id = any(:others)) and " + waiting, user)
                .setParameter("others", others.toArray(Long[]::new))
                .getSingleResult();
    }

    private static Query hold(String whose, long user) {
        return getEntityManager().createNativeQuery("""
                        with held as (select user_id from follow_counts where %s order by user_id for update),
                            counted as (update follow_counts set version = version + 1
                                where user_id = :user and (select count(*) from held) > 0)
                        select count(*) from held
                        """.formatted(whose)).setParameter("user", user);
    }

    public static FollowCounts of(User user) {
        return findById(user.id);
    }

    /** In SQL: what the follows {@code changed}, each a {@code step} of 1 or -1, add to the counts of their ends. */
    static String counted() {
        return """
                update follow_counts set version = follow_counts.version + sums.deeds, %s
                from (select user_id, count(*) filter (where user_id = follower_id) as deeds, %s, %s
                    from changed f cross join lateral (values (follower_id), (followed_id)) ends (user_id)
                    group by user_id) sums
                where follow_counts.user_id = sums.user_id
                """.formatted(
                        CountColumn.each("{column} = follow_counts.{column} + sums.{column}"),
                        counted(Direction.FOLLOWERS),
                        counted(Direction.FOLLOWING));
    }

    private static String counted(Direction list) {
        return CountColumn.each(
                list, "coalesce(sum(step) filter (where user_id = f." + list.owner + " and {counted}), 0) as {column}");
    }
}
