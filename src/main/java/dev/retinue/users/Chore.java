package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Something to be done for a user whom many may follow: in steps, each of which is a transaction, until nothing is left. */
@Entity
@Table(name = "chores")
public class Chore extends PanacheEntityBase {

    enum Kind {
        HIDE,
        SHOW,
        ACCEPT_ALL,
        KEEP_MUTUALS,
        REMOVE_FOLLOWERS,
        DELETE;

        /** What nobody wants any more who wants this. */
        Set<Kind> replaced() {
            return switch (this) {
                case HIDE -> EnumSet.of(SHOW);
                case SHOW -> EnumSet.of(HIDE);
                case ACCEPT_ALL -> EnumSet.of(KEEP_MUTUALS, REMOVE_FOLLOWERS);
                case KEEP_MUTUALS -> EnumSet.of(ACCEPT_ALL, REMOVE_FOLLOWERS);
                case REMOVE_FOLLOWERS -> EnumSet.of(ACCEPT_ALL, KEEP_MUTUALS);
                case DELETE -> EnumSet.complementOf(EnumSet.of(DELETE));
            };
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long userId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    protected Chore() {}

    /** The last wish counts. Nothing happens where the user is gone. */
    static void queue(User user, Kind kind) {
        delete("userId = ?1 and kind in ?2", user.id, kind.replaced());
        getEntityManager()
                .createNativeQuery("""
                        insert into chores (user_id, kind) select id, ?2 from users where id = ?1
                        on conflict do nothing
                        """)
                .setParameter(1, user.id)
                .setParameter(2, kind.name())
                .executeUpdate();
        of(user, kind)
                .ifPresent(chore -> CDI.current().getBeanContainer().getEvent().fire(chore));
    }

    /** Whether there is anything to do now, without a transaction. */
    static boolean isAnyPending(Instant now, StatelessSession session) {
        return session.createNativeQuery(
                        "select exists (select from chores) or exists (select from users where leaves_at <= ?1)",
                        Boolean.class)
                .setParameter(1, now)
                .getSingleResult();
    }

    /** What is to be done now, oldest first; also for those whose time has come to leave, unless they are just coming back. */
    static List<Chore> pending(Instant now) {
        getEntityManager().createNativeQuery("""
                        insert into chores (user_id, kind)
                        select id, 'DELETE' from users where leaves_at <= ?1 for no key update skip locked
                        on conflict do nothing
                        """).setParameter(1, now).executeUpdate();
        return list("order by id");
    }

    /** Nobody wants it any more. */
    static void drop(User user, Kind kind) {
        delete("userId = ?1 and kind = ?2", user.id, kind);
    }

    static Optional<Chore> of(User user, Kind kind) {
        return find("userId = ?1 and kind = ?2", user.id, kind).firstResultOptional();
    }

    /** Keeps everyone else from it until the transaction ends; whether it is still there, and nobody else is at it. */
    boolean taken() {
        return held("for update skip locked");
    }

    /** Likewise, as soon as nobody else is at it. */
    boolean awaited() {
        return held("for update");
    }

    /** What it consists of, from the start. */
    List<Sweep> sweeps() {
        return switch (kind) {
            case HIDE -> Hiding.all(userId, true);
            case SHOW -> Hiding.all(userId, false);
            case ACCEPT_ALL -> Accepting.all(userId);
            case KEEP_MUTUALS -> Ending.oneWay(userId);
            case REMOVE_FOLLOWERS -> Ending.followers(userId);
            case DELETE -> Ending.all(userId);
        };
    }

    /** While the user is held, and nothing is left to sweep. */
    void finish() {
        if (kind == Kind.DELETE) {
            FollowEvent.forgetNotes(userId);
            User.delete("id", userId);
        }
        delete("id", id);
    }

    private boolean held(String lock) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select id from chores where id = ?1 " + lock, Long.class)
                .setParameter(1, id)
                .uniqueResultOptional()
                .isPresent();
    }

    @Override
    public String toString() {
        return kind + " of user " + userId;
    }
}
