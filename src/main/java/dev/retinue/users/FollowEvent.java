package dev.retinue.users;

import dev.retinue.sql.Columns;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A thing that happened to a pair of users. It names them by number, so that it stays when they are gone. */
@Entity
@Table(name = "follow_events")
public class FollowEvent extends PanacheEntityBase {

    /** For as long, it can be taken back. */
    static final Duration UNDO = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long followerId;

    public Long followedId;

    @Enumerated(EnumType.STRING)
    public EventKind kind;

    public Instant timestamp;

    /** Since when there had been what this event ended: a follow, a request or a block. */
    Instant since;

    @Column(name = "private")
    boolean secret;

    String note = "";

    /** Whether something new began: not where it was loaded, or is there again. */
    boolean fresh = true;

    /** Read by {@link #FollowEvent(Columns)}. */
    private static final String COLUMNS = "id follower_id followed_id kind timestamp since private note fresh";

    protected FollowEvent() {}

    /** A row that has the {@link #columns}; without an id where there is none. */
    FollowEvent(Columns row) throws SQLException {
        id = row.numberOrNull();
        followerId = row.numberOrNull();
        followedId = row.numberOrNull();
        kind = row.one(EventKind.class);
        timestamp = row.time();
        since = row.time();
        secret = row.flag();
        note = row.text();
        fresh = row.flag();
    }

    /** In SQL, of the events by that name. */
    static String columns(String events) {
        return Columns.of(events, COLUMNS);
    }

    FollowEvent(User follower, User followed, EventKind kind, Instant timestamp) {
        this(follower.id, followed.id, kind, timestamp);
    }

    FollowEvent(long followerId, long followedId, EventKind kind, Instant timestamp) {
        this.followerId = followerId;
        this.followedId = followedId;
        this.kind = kind;
        this.timestamp = timestamp;
    }

    /** It ended something that had been there since then. */
    FollowEvent ended(Instant since) {
        this.since = since;
        return this;
    }

    /** It ended that follow. */
    FollowEvent ended(Edge edge) {
        secret = edge.secret();
        note = edge.note();
        return ended(edge.since());
    }

    /** What it began had been there before. */
    public FollowEvent again() {
        fresh = false;
        return this;
    }

    FollowEvent recorded() {
        persist();
        return this;
    }

    /** Many at once. */
    static void record(List<FollowEvent> events) {
        getEntityManager()
                .createNativeQuery("""
                        insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note)
                        select * from unnest(?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        """)
                .setParameter(1, events.stream().map(event -> event.followerId).toArray(Long[]::new))
                .setParameter(2, events.stream().map(event -> event.followedId).toArray(Long[]::new))
                .setParameter(3, events.stream().map(event -> event.kind.name()).toArray(String[]::new))
                .setParameter(4, events.stream().map(event -> event.timestamp).toArray(Instant[]::new))
                .setParameter(5, events.stream().map(event -> event.since).toArray(Instant[]::new))
                .setParameter(6, events.stream().map(event -> event.secret).toArray(Boolean[]::new))
                .setParameter(7, events.stream().map(event -> event.note).toArray(String[]::new))
                .executeUpdate();
    }

    /** So that nothing but numbers tells of a user who is gone. */
    static void forgetNotes(long user) {
        update("note = '' where (followerId = ?1 or followedId = ?1) and note <> ''", user);
    }

    /** The follow that it ended, as it would be between these two today. */
    Edge edge(User follower, User followed) {
        return new Edge(since, secret, note, false, false).between(follower, followed);
    }

    /** Whether what there was from the one to the other has ended again since. */
    boolean isFollowedByAnEnd() {
        return count(
                        "followerId = ?1 and followedId = ?2 and id > ?3 and kind in ?4",
                        followerId,
                        followedId,
                        id,
                        EventKind.ENDING)
                > 0;
    }

    boolean of(EventKind one, EventKind another) {
        return kind == one || kind == another;
    }

    /** The other end of it. */
    long other(User user) {
        return followerId.equals(user.id) ? followedId : followerId;
    }

    /** Whether it is young enough to be taken back, and what was before is known. */
    public boolean undoable(Instant now) {
        return timestamp.plus(UNDO).isAfter(now) && (since != null || !EventKind.NEED_SINCE.contains(kind));
    }
}
