package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        hold("user_id = :user or user_id = any(:others)", user)
                .setParameter("others", others.toArray(Long[]::new))
                .getSingleResult();
    }

    /** Likewise of a user, and the user as well: nobody begins anything with them who knows them as they were. */
    static void hold(User user) {
        getEntityManager()
                .createNativeQuery("select id from users where id = ?1 for no key update")
                .setParameter(1, user.id)
                .getResultList();
        hold(user.id, List.of());
    }

    /** Likewise of a user and of whoever has that key. */
    static void hold(User user, String key) {
        hold("user_id in (:user, (select id from users where username_key = :key))", user.id)
                .setParameter("key", key)
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

    /** In SQL: what the follow {@code changed}, of {@code :follower} and {@code :followed}, adds to their counts or takes away. */
    static String counted(char sign) {
        return Arrays.stream(Direction.values())
                .flatMap(list -> Stream.of(
                        counted(list, column(list, false, false), sign, "not private and not " + list.hidden),
                        counted(list, column(list, false, true), sign, "private and not " + list.hidden),
                        counted(list, column(list, true, false), sign, list.hidden)))
                .collect(Collectors.joining(
                        ", ",
                        "update follow_counts set version = version + (user_id = follower_id)::int, ",
                        " from changed where user_id in (:follower, :followed)"));
    }

    private static String counted(Direction list, String column, char sign, String when) {
        return "%1$s = %1$s %2$c (user_id = %3$s and %4$s)::int".formatted(column, sign, list.owner, when);
    }

    /** Where the owner of a list counts a person in it. */
    static String column(Direction list, boolean hidden, boolean secret) {
        var name = list.name().toLowerCase(Locale.ROOT);
        if (hidden) {
            return "hidden_" + name;
        }
        return secret ? "private_" + name : name;
    }
}
