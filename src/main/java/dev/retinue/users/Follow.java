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

    /** Whether there was none before. */
    static boolean begin(User follower, User followed, Edge edge) {
        return getEntityManager()
                        .createQuery("""
                                insert into Follow (
                                    follower, followed, timestamp, secret, note, followerHidden, followedHidden)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing
                                """)
                        .setParameter(1, follower)
                        .setParameter(2, followed)
                        .setParameter(3, edge.since())
                        .setParameter(4, edge.secret())
                        .setParameter(5, edge.note())
                        .setParameter(6, edge.followerHidden())
                        .setParameter(7, edge.followedHidden())
                        .executeUpdate()
                == 1;
    }

    /** What there was, if there was anything. */
    static Optional<Edge> end(User follower, User followed) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        delete from follows where follower_id = ?1 and followed_id = ?2
                        returning timestamp, private, note, follower_hidden, followed_hidden
                        """, Edge.class)
                .setParameter(1, follower.id)
                .setParameter(2, followed.id)
                .uniqueResultOptional();
    }

    @Override
    public String toString() {
        return follower.username + " follows " + followed.username + " since " + timestamp;
    }
}
