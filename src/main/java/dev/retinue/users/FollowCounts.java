package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

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
     * Holds the counts of both until the transaction ends, and with them all that is between the two. In order of user id,
     * so that no two transactions deadlock.
     */
    static Map<Long, FollowCounts> hold(User one, User other) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from follow_counts where user_id in (?1, ?2) order by user_id for update",
                        FollowCounts.class)
                .setParameter(1, one.id)
                .setParameter(2, other.id)
                .getResultStream()
                .collect(Collectors.toMap(counts -> counts.userId, Function.identity()));
    }

    /** Likewise of a user and of whoever has that key, with the two. */
    static Map<User, FollowCounts> hold(User user, String key) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select {u.*}, {c.*} from follow_counts c join users u on u.id = c.user_id
                        where c.user_id in (:user, (select id from users where username_key = :key))
                        order by c.user_id for update of c
                        """, Object[].class)
                .addEntity("u", User.class)
                .addEntity("c", FollowCounts.class)
                .setParameter("user", user.id)
                .setParameter("key", key)
                .getResultStream()
                .collect(Collectors.toMap(row -> (User) row[0], row -> (FollowCounts) row[1]));
    }

    /** Likewise of a user and many others. */
    public static void hold(long user, List<Long> others) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select user_id from follow_counts where user_id = ?1 or user_id = any(?2) order by user_id for update",
                        Long.class)
                .setParameter(1, user)
                .setParameter(2, others.toArray(Long[]::new))
                .getResultList();
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
                        ", ", "update follow_counts set ", " from changed where user_id in (:follower, :followed)"));
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
