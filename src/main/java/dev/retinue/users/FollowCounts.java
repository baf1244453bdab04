package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many follow a user, and how many the user follows. */
@Entity
@Table(name = "follow_counts")
public class FollowCounts extends PanacheEntityBase {

    @Id
    Long userId;

    public long followers;

    public long following;

    protected FollowCounts() {}

    FollowCounts(User user) {
        userId = user.id;
    }

    /** Adds a follow, or takes one away. Rows are locked in order of user id, so that no two transactions deadlock. */
    static void add(User follower, User followed, int change) {
        if (follower.id < followed.id) {
            addFollowing(follower, change);
            addFollowers(followed, change);
        } else {
            addFollowers(followed, change);
            addFollowing(follower, change);
        }
    }

    private static void addFollowing(User follower, int change) {
        update("following = following + ?1 where userId = ?2", change, follower.id);
    }

    private static void addFollowers(User followed, int change) {
        update("followers = followers + ?1 where userId = ?2", change, followed.id);
    }
}
