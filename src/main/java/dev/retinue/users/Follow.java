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
import org.hibernate.query.NativeQuery;

/** One user's choice to follow another. The pair is the key, so there is at most one. */
@Entity
@Table(name = "follows")
@IdClass(Follow.Pair.class)
public class Follow extends PanacheEntityBase {

    record Pair(Long follower, Long followed) {}

    /** With a text of its own where nothing was before, as the driver sends a null without its type. */
    private static final String BEGINNING = beginning("null::timestamptz");

    private static final String BEGINNING_AFTER = beginning(":since");

    private static final String END = inOneStatement(
            "delete from follows where follower_id = :follower and followed_id = :followed returning *",
            '-',
            "changed.timestamp, private, note, true");

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

    /** A follow begins, with its counts and that event; nothing where there is one already. The counts of both are held. */
    static Optional<FollowEvent> begin(Edge edge, FollowEvent event) {
        var query = query(event.since == null ? BEGINNING : BEGINNING_AFTER, event)
                .setParameter("begun", edge.since())
                .setParameter("private", edge.secret())
                .setParameter("note", edge.note())
                .setParameter("followerHidden", edge.followerHidden())
                .setParameter("followedHidden", edge.followedHidden())
                .setParameter("fresh", event.fresh);
        if (event.since != null) {
            query.setParameter("since", event.since);
        }
        return query.uniqueResultOptional();
    }

    /** Likewise; the event says what there was. */
    static Optional<FollowEvent> end(FollowEvent event) {
        return query(END, event).uniqueResultOptional();
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
        var ended = database.createNativeQuery("""
                        with ended as (delete from follows returning *)
                        insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note)
                        select follower_id, followed_id, 'UNFOLLOWED', now(), timestamp, private, note from ended
                        """).executeUpdate();
        database.createNativeQuery("""
                        update follow_counts set followers = 0, following = 0, private_followers = 0,
                            private_following = 0, hidden_followers = 0, hidden_following = 0
                        where followers + following + private_followers + private_following
                            + hidden_followers + hidden_following > 0
                        """).executeUpdate();
        return ended;
    }

    private static NativeQuery<FollowEvent> query(String change, FollowEvent event) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(change, FollowEvent.class)
                .setParameter("follower", event.followerId)
                .setParameter("followed", event.followedId)
                .setParameter("kind", event.kind.name())
                .setParameter("now", event.timestamp);
    }

    private static String beginning(String since) {
        return inOneStatement("""
                insert into follows (follower_id, followed_id, timestamp, private, note, follower_hidden, followed_hidden)
                values (:follower, :followed, :begun, :private, :note, :followerHidden, :followedHidden)
                on conflict do nothing returning *
                """, '+', since + ", false, '', :fresh");
    }

    /**
     * A beginning or an end in one statement, as whoever waits for these two waits for each of them.
     *
     * @param rest what the event says of when there was a follow, whether privately, its note, and whether it is fresh
     */
    private static String inOneStatement(String change, char sign, String rest) {
        return """
                with changed as (%s),
                    counted as (%s)
                insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note, fresh)
                select follower_id, followed_id, :kind, :now, %s from changed returning *
                """.formatted(change, FollowCounts.counted(sign), rest);
    }

    @Override
    public String toString() {
        return follower.username + " follows " + followed.username + " since " + timestamp;
    }
}
