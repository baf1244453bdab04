package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** One user's choice to follow another. The pair is the key, so there is at most one. */
@Entity
@Table(name = "follows")
@IdClass(Follow.Pair.class)
public class Follow extends PanacheEntityBase {

    record Pair(Long follower, Long followed) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User follower;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User followed;

    public Instant timestamp;

    /** Whether the two alone see it. */
    @Column(name = "private")
    boolean secret;

    /** What the follower keeps in mind about it. */
    String note;

    boolean followerHidden;

    boolean followedHidden;

    protected Follow() {}

    public static Optional<Follow> between(User follower, User followed) {
        return findByIdOptional(new Pair(follower.id, followed.id));
    }

    static Optional<Instant> since(User follower, User followed) {
        return between(follower, followed).map(follow -> follow.timestamp);
    }

    /** What there is between the two, if there is anything. */
    static Optional<Edge> edge(User follower, User followed) {
        return getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery("""
                        select timestamp, secret, note, followerHidden, followedHidden from Follow
                        where follower = ?1 and followed = ?2
                        """, Edge.class)
                .setParameter(1, follower)
                .setParameter(2, followed)
                .uniqueResultOptional();
    }

    /** As it is from now on; the counts are the caller's to change. */
    static void change(User follower, User followed, Edge edge) {
        update(
                "secret = ?3, note = ?4, followerHidden = ?5, followedHidden = ?6 where follower = ?1 and followed = ?2",
                follower,
                followed,
                edge.secret(),
                edge.note(),
                edge.followerHidden(),
                edge.followedHidden());
    }

    /** Ends every follow there is, as if everyone had unfollowed everyone; tells how many. Everybody else waits meanwhile. */
    public static long clear() {
        var database = getEntityManager();
        database.createNativeQuery("lock table follow_counts in exclusive mode").executeUpdate();
        database.createNativeQuery("""
                        insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note)
                        select follower_id, followed_id, 'UNFOLLOWED', now(), timestamp, private, note from follows
                        """).executeUpdate();
        var ended = database.createNativeQuery("delete from follows").executeUpdate();
        database.createNativeQuery("update follow_counts set %s where %s + %s > 0"
                        .formatted(
                                CountColumn.each("{column} = 0"),
                                CountColumn.sum(Direction.FOLLOWERS, ""),
                                CountColumn.sum(Direction.FOLLOWING, "")))
                .executeUpdate();
        return ended;
    }

    @Override
    public String toString() {
        return follower.username + " follows " + followed.username + " since " + timestamp;
    }
}
