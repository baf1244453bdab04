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

/** One user's wish to have nothing to do with another: neither follows the other, and neither sees the other. */
@Entity
@Table(name = "blocks")
@IdClass(Block.Pair.class)
public class Block extends PanacheEntityBase {

    /** For as long, what a block ended can be restored. */
    static final Duration RESTORABLE = Duration.ofDays(30);

    record Pair(Long blocker, Long blocked) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User blocker;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User blocked;

    public Instant timestamp;

    protected Block() {}

    /** Whether there was none before. */
    static boolean begin(User blocker, User blocked, Instant timestamp) {
        return getEntityManager()
                        .createQuery("""
                                insert into Block (blocker, blocked, timestamp) values (?1, ?2, ?3)
                                on conflict do nothing
                                """)
                        .setParameter(1, blocker)
                        .setParameter(2, blocked)
                        .setParameter(3, timestamp)
                        .executeUpdate()
                == 1;
    }

    /** Since when there was one, if there was. */
    static Optional<Instant> end(User blocker, User blocked) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "delete from blocks where blocker_id = ?1 and blocked_id = ?2 returning timestamp",
                        Instant.class)
                .setParameter(1, blocker.id)
                .setParameter(2, blocked.id)
                .uniqueResultOptional();
    }
}
