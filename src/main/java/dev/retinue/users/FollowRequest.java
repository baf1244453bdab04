package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** A follow that a private user has yet to accept. Declined, it stays as it is for the one who asked. */
@Entity
@Table(name = "follow_requests")
@IdClass(Follow.Pair.class)
public class FollowRequest extends PanacheEntityBase {

    /** For as long, a request that was declined can be taken up again. */
    static final Duration RECONSIDERED = Duration.ofDays(30);

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User follower;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User followed;

    public Instant timestamp;

    public Instant declinedAt;

    protected FollowRequest() {}

    /** How many of those who wait for the user's answer are shown to the user. */
    static long shown(User user) {
        return count("followed = ?1 and declinedAt is null and follower.hiddenSince is null", user);
    }

    /** How many wait for the user's answer. */
    public static long waiting(User user) {
        return count("followed = ?1 and declinedAt is null", user);
    }

    /** Whether there was none before. */
    static boolean begin(User follower, User followed, Instant timestamp) {
        return getEntityManager()
                        .createQuery("""
                                insert into FollowRequest (follower, followed, timestamp) values (?1, ?2, ?3)
                                on conflict do nothing
                                """)
                        .setParameter(1, follower)
                        .setParameter(2, followed)
                        .setParameter(3, timestamp)
                        .executeUpdate()
                == 1;
    }

    /** Since when there was one, if there was. */
    static Optional<Instant> end(User follower, User followed) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "delete from follow_requests where follower_id = ?1 and followed_id = ?2 returning timestamp",
                        Instant.class)
                .setParameter(1, follower.id)
                .setParameter(2, followed.id)
                .uniqueResultOptional();
    }

    /** Whether there was one that waited. */
    static boolean decline(User follower, User followed, Instant now) {
        return update(
                        "declinedAt = ?3 where follower = ?1 and followed = ?2 and declinedAt is null",
                        follower,
                        followed,
                        now)
                == 1;
    }

    /** Whether there was one that had been declined within the last 30 days. */
    static boolean reconsider(User follower, User followed, Instant now) {
        return update(
                        "declinedAt = null where follower = ?1 and followed = ?2 and declinedAt > ?3",
                        follower,
                        followed,
                        now.minus(RECONSIDERED))
                == 1;
    }
}
