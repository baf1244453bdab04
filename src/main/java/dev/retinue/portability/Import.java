package dev.retinue.portability;

import dev.retinue.sql.Micros;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** A file that a member brings along: looked at first, then done in steps beside the site. A member has one at a time. */
@Entity
@Table(name = "imports")
public class Import extends PanacheEntityBase {

    @Id
    Long userId;

    @Enumerated(EnumType.STRING)
    public ImportKind kind;

    /** What the file looks like in words, where that is something else. */
    public String looksLike;

    /** Whether whoever is not in the file is ended. */
    public boolean overwrite;

    public String fileName;

    /** How many lines name somebody again. */
    public long repeated;

    /** How many lines name somebody of another site. */
    public long elsewhere;

    public Instant createdAt;

    /** When the member wanted it to be done; null before. */
    public Instant startedAt;

    /** When nothing was left to do; null before. */
    public Instant endedAt;

    /** How many were ended whom the file does not name. */
    public long ended;

    protected Import() {}

    /** Not started yet. */
    Import(long userId, ImportKind kind, boolean overwrite, String fileName, ImportFile file) {
        this.userId = userId;
        this.repeated = file.repeated();
        this.elsewhere = file.elsewhere();
        this.kind = kind;
        this.overwrite = overwrite;
        this.fileName = fileName;
        this.createdAt = Micros.now();
    }

    static Optional<Import> of(long user) {
        return findByIdOptional(user);
    }

    /** Who has one that is not done. Whoever has left the account goes on with it when they are back. */
    static List<Long> underway(StatelessSession session) {
        return session.createNativeQuery("""
                        select user_id from imports join users on id = user_id
                        where started_at is not null and ended_at is null and hidden_since is null
                        """, Long.class).getResultList();
    }

    /** Keeps everyone else from it until the transaction ends; nothing where somebody is at it, or nothing is to be done. */
    static Optional<Import> taken(long user) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from imports where user_id = ?1 and started_at is not null and ended_at is null
                        for update skip locked
                        """, Import.class)
                .setParameter(1, user)
                .uniqueResultOptional();
    }

    /** In place of the one before; whether that is not under way. */
    boolean put(List<Foreseen> rows) {
        delete("userId = ?1 and (startedAt is null or endedAt is not null)", userId);
        if (findByIdOptional(userId).isPresent()) {
            return false;
        }
        persistAndFlush();
        ImportRows.insert(userId, rows);
        return true;
    }

    /** Also while it is under way: what was done stays. Whether the one of that mark is not there any more, and no other either. */
    static boolean discard(long user, String mark) {
        var there = held(user);
        there.filter(from -> from.mark().equals(mark)).ifPresent(PanacheEntityBase::delete);
        return there.map(from -> from.mark().equals(mark)).orElseGet(() -> of(user).isEmpty());
    }

    /** Whether the one of that mark is started. */
    static boolean start(long user, String mark) {
        var looked = held(user).filter(from -> from.mark().equals(mark));
        looked.ifPresent(Import::start);
        return looked.isPresent();
    }

    /** Again, it goes on. */
    void start() {
        if (!started()) {
            startedAt = Instant.now();
        }
    }

    /** Nobody else goes on with it until the transaction ends. */
    static Optional<Import> held(long user) {
        return findByIdOptional(user, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Tells it from a file that takes its place while somebody looks at it. */
    public String mark() {
        return createdAt.toString();
    }

    public boolean started() {
        return startedAt != null;
    }

    public boolean done() {
        return endedAt != null;
    }
}
