package dev.retinue.users;

import dev.retinue.sql.Columns;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;

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

    /** Read by {@link #FollowCounts(Columns)}. */
    private static final String COLUMNS = """
            user_id followers following private_followers private_following hidden_followers hidden_following
            version""";

    protected FollowCounts() {}

    /** A row that has the {@link #columns}; without a user where there is none. */
    FollowCounts(Columns row) throws SQLException {
        userId = row.numberOrNull();
        followers = row.number();
        following = row.number();
        privateFollowers = row.number();
        privateFollowing = row.number();
        hiddenFollowers = row.number();
        hiddenFollowing = row.number();
        version = row.number();
    }

    /** In SQL, of the counts by that name. */
    static String columns(String counts) {
        return Columns.of(counts, COLUMNS);
    }

    FollowCounts(User user) {
        userId = user.id;
    }

    public long allFollowers() {
        return all(Direction.FOLLOWERS);
    }

    public long allFollowing() {
        return all(Direction.FOLLOWING);
    }

    public long all(Direction list) {
        return open(list) + secret(list) + hidden(list);
    }

    public long open(Direction list) {
        return list == Direction.FOLLOWERS ? followers : following;
    }

    public long secret(Direction list) {
        return list == Direction.FOLLOWERS ? privateFollowers : privateFollowing;
    }

    public long hidden(Direction list) {
        return list == Direction.FOLLOWERS ? hiddenFollowers : hiddenFollowing;
    }

    public static FollowCounts of(User user) {
        return findById(user.id);
    }
}
