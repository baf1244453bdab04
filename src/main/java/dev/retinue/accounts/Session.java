package dev.retinue.accounts;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.retinue.sql.Columns;
import dev.retinue.sql.PlainQuery;
import dev.retinue.users.Digest;
import dev.retinue.users.User;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * That somebody is logged in on a browser. The browser has a random token of 256 bits; the table only its hash, so that reading
 * it lets nobody in. It ends 30 days after the last visit, and after 180 days in any case.
 */
@Entity
@Table(name = "sessions")
public class Session extends PanacheEntityBase {

    static final Duration IDLE = Duration.ofDays(30);

    private static final Duration LONGEST = Duration.ofDays(180);

    /** A visit is noted as often: each page would be a write otherwise. */
    private static final Duration NOTED = Duration.ofMinutes(10);

    private static final int MAX_DEVICE = 300;

    /** A page of them; nobody has more in earnest. */
    private static final int MOST_SHOWN = 100;

    /** In SQL: whether the session {@code s} goes on, by {@link #goingOn}. */
    static final String GOES_ON = "s.seen_at > :idle and s.created_at > :longest";

    /** The hash of the token. */
    @Id
    public String id;

    @ManyToOne(fetch = FetchType.LAZY)
    public User user;

    /** What the browser said of itself, at most 300 characters. */
    public String device;

    public Instant createdAt;

    public Instant seenAt;

    /** Read by {@link #Session(Columns)}. */
    private static final String COLUMNS = "id device created_at seen_at";

    protected Session() {}

    /** A row that has the {@link #columns}; whose it is, is told {@link #with} it. */
    Session(Columns row) throws SQLException {
        id = row.text();
        device = row.text();
        createdAt = row.time();
        seenAt = row.time();
    }

    /** In SQL, of the sessions by that name. */
    static String columns(String sessions) {
        return Columns.of(sessions, COLUMNS);
    }

    /** Logs the user in, in a transaction; gives the token. What has run out of theirs goes. */
    public static String begin(User user, String device) {
        var token = Token.random();
        delete("user = ?1 and (seenAt < ?2 or createdAt < ?3)", user, ago(IDLE), ago(LONGEST));
        var session = new Session();
        session.id = id(token);
        session.user = getEntityManager().getReference(User.class, user.id);
        session.device =
                device.substring(0, Math.min(device.length(), MAX_DEVICE)).replace('\0', '\uFFFD');
        session.createdAt = ago(Duration.ZERO);
        session.seenAt = session.createdAt;
        session.persist();
        return token;
    }

    static String id(String token) {
        return Digest.sha256(token);
    }

    /** Tells the query at what time sessions have ended. */
    static PlainQuery goingOn(PlainQuery query) {
        return query.set("idle", ago(IDLE)).set("longest", ago(LONGEST));
    }

    Session with(User itsUser) {
        user = itsUser;
        return this;
    }

    /** Whether it is news that the user is here. */
    boolean isNews() {
        return seenAt.isBefore(ago(NOTED));
    }

    /** That the users of these are here, in one statement, but for those that are just being ended. */
    static Map<String, Boolean> note(Set<String> ids, StatelessSession database) {
        return database.createNativeQuery("""
                        update sessions set seen_at = ?2
                        where id in (select id from sessions where id = any(?1) for update skip locked) returning id
                        """, String.class)
                .setParameter(1, ids.toArray(String[]::new))
                .setParameter(2, ago(Duration.ZERO))
                .getResultStream()
                .collect(Collectors.toMap(id -> id, id -> true));
    }

    /** Where the user is logged in, the last seen first. */
    static List<Session> of(User user) {
        return find(
                        "user = ?1 and seenAt > ?2 and createdAt > ?3 order by seenAt desc, id",
                        user,
                        ago(IDLE),
                        ago(LONGEST))
                .page(0, MOST_SHOWN)
                .list();
    }

    /** Logs the user out everywhere. */
    public static void endAll(User user) {
        delete("user", user);
    }

    /** Logs the user out everywhere but there. */
    static void endOthers(User user, String id) {
        delete("user = ?1 and id <> ?2", user, id);
    }

    /** Logs the user out there; not where it is over, or somebody else's. */
    static boolean end(User user, String id) {
        return delete("user = ?1 and id = ?2", user, id) == 1;
    }

    static void endWith(String token) {
        delete("id", id(token));
    }

    private static Instant ago(Duration duration) {
        return Instant.now().minus(duration).truncatedTo(MICROS);
    }
}
