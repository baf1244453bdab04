package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** One user's wish not to hear of what another does. Follows stay as they are. */
@Entity
@Table(name = "mutes")
@IdClass(Mute.Pair.class)
public class Mute extends PanacheEntityBase {

    record Pair(Long muter, Long muted) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User muter;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    public User muted;

    public Instant timestamp;

    /** When it ends by itself; null where it does not. */
    public Instant until;

    protected Mute() {}

    /** Muting again keeps the date and changes the end. */
    static void begin(User muter, User muted, Instant timestamp, Instant until) {
        getEntityManager()
                .createQuery("""
                        insert into Mute (muter, muted, timestamp, until) values (?1, ?2, ?3, ?4)
                        on conflict (muter, muted) do update set until = ?4
                        """)
                .setParameter(1, muter)
                .setParameter(2, muted)
                .setParameter(3, timestamp)
                .setParameter(4, until)
                .executeUpdate();
    }

    /** Whether there was one, be it over or not. */
    static boolean end(User muter, User muted) {
        return delete("muter = ?1 and muted = ?2", muter, muted) == 1;
    }
}
