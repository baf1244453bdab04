package dev.retinue.users;

import java.util.List;
import org.hibernate.query.Page;

/** Which of a user's two lists. */
enum Direction {
    FOLLOWERS {
        @Override
        List<Circle.Row> after(ListKey key, User user, Circle circle, Page page) {
            return circle.followersAfter(user.id, key.timestamp(), key.id(), page);
        }

        @Override
        List<Circle.Row> before(ListKey key, User user, Circle circle, Page page) {
            return circle.followersBefore(user.id, key.timestamp(), key.id(), page);
        }
    },
    FOLLOWING {
        @Override
        List<Circle.Row> after(ListKey key, User user, Circle circle, Page page) {
            return circle.followingAfter(user.id, key.timestamp(), key.id(), page);
        }

        @Override
        List<Circle.Row> before(ListKey key, User user, Circle circle, Page page) {
            return circle.followingBefore(user.id, key.timestamp(), key.id(), page);
        }
    };

    /** Rows older than the key, newest first. */
    abstract List<Circle.Row> after(ListKey key, User user, Circle circle, Page page);

    /** Rows newer than the key, oldest first. */
    abstract List<Circle.Row> before(ListKey key, User user, Circle circle, Page page);
}
