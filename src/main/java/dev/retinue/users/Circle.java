package dev.retinue.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Page;

/** Who is here and who follows whom, as queries that are checked when the code compiles. */
public interface Circle {

    /** Someone with an account, and how long both lists are. */
    record Counted(User user, FollowCounts counts) {}

    /** Someone in a list, and since when. */
    record Row(long id, String username, String avatar, Instant since) {}

    Session session();

    @HQL("select u, c from User u join FollowCounts c on c.userId = u.id where u.usernameKey = :key")
    Optional<Counted> counted(String key);

    @HQL("""
            select u.id, u.username, u.avatar, f.timestamp from Follow f join User u on u.id = f.follower.id
            where f.followed.id = :user and (f.timestamp, f.follower.id) < (:timestamp, :id)
            order by f.timestamp desc, f.follower.id desc
            """)
    List<Row> followersAfter(long user, Instant timestamp, long id, Page page);

    @HQL("""
            select u.id, u.username, u.avatar, f.timestamp from Follow f join User u on u.id = f.follower.id
            where f.followed.id = :user and (f.timestamp, f.follower.id) > (:timestamp, :id)
            order by f.timestamp, f.follower.id
            """)
    List<Row> followersBefore(long user, Instant timestamp, long id, Page page);

    @HQL("""
            select u.id, u.username, u.avatar, f.timestamp from Follow f join User u on u.id = f.followed.id
            where f.follower.id = :user and (f.timestamp, f.followed.id) < (:timestamp, :id)
            order by f.timestamp desc, f.followed.id desc
            """)
    List<Row> followingAfter(long user, Instant timestamp, long id, Page page);

    @HQL("""
            select u.id, u.username, u.avatar, f.timestamp from Follow f join User u on u.id = f.followed.id
            where f.follower.id = :user and (f.timestamp, f.followed.id) > (:timestamp, :id)
            order by f.timestamp, f.followed.id
            """)
    List<Row> followingBefore(long user, Instant timestamp, long id, Page page);

    /** The ids of the two who follow the other. */
    @HQL("""
            select f.follower.id from Follow f
            where f.follower.id = :one and f.followed.id = :other or f.follower.id = :other and f.followed.id = :one
            """)
    List<Long> followersBetween(long one, long other);

    /** Whom of these the user follows, as ids. */
    @SQL("select followed_id from follows where follower_id = :user and followed_id = any(:ids)")
    List<Long> followedAmong(long user, Long[] ids);

    @HQL("select u.id, u.username, u.avatar, u.createdAt from User u order by u.id desc")
    List<Row> newest(Page page);
}
