package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The one statement in which a follow begins or ends for a {@link Pair}, while both are held, with the counts of both and its event, as whoever waits for
 * these two waits for each statement. It answers with the event, or with nothing where nothing changed.
 */
class FollowStatement {

    private static final String BEGUN = """
            insert into follows (follower_id, followed_id, timestamp, private, note, follower_hidden, followed_hidden)
            values (:follower, :followed, :begun, :private, :note, :followerHidden, :followedHidden)
            on conflict do nothing returning *
            """;

    private static final String ENDED =
            "delete from follows where follower_id = :follower and followed_id = :followed returning *";

    /** With a text of its own where nothing was before, as the driver sends a null without its type. */
    private static final String BEGINNING = text(BEGUN, 1, began("null::timestamptz"));

    private static final String BEGINNING_AFTER = text(BEGUN, 1, began(":since"));

    private static final String END = text(ENDED, -1, "changed.timestamp, private, note, true");

    private FollowStatement() {}

    static Optional<FollowEvent> begin(Edge edge, FollowEvent event) {
        var query = beginning(event.since == null ? BEGINNING : BEGINNING_AFTER, edge, event);
        if (event.since != null) {
            query.setParameter("since", event.since);
        }
        return query.uniqueResultOptional();
    }

    /** The event says what there was. */
    static Optional<FollowEvent> end(FollowEvent event) {
        return query(END, event).uniqueResultOptional();
    }

    private static NativeQuery<FollowEvent> beginning(String text, Edge edge, FollowEvent event) {
        return query(text, event)
                .setParameter("begun", edge.since())
                .setParameter("private", edge.secret())
                .setParameter("note", edge.note())
                .setParameter("followerHidden", edge.followerHidden())
                .setParameter("followedHidden", edge.followedHidden())
                .setParameter("fresh", event.fresh);
    }

    private static NativeQuery<FollowEvent> query(String text, FollowEvent event) {
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(text, FollowEvent.class)
                .setParameter("follower", event.followerId)
                .setParameter("followed", event.followedId)
                .setParameter("kind", event.kind.name())
                .setParameter("now", event.timestamp);
    }

    private static String began(String since) {
        return since + ", false, '', :fresh";
    }

    /** @param rest what the event says of when there was a follow, whether privately, its note, and whether it is fresh */
    private static String text(String change, int step, String rest) {
        return """
                with edge as (%s), changed as (select *, %d as step from edge), counted as (%s)
                insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note, fresh)
                select follower_id, followed_id, :kind, :now, %s from changed returning *
                """.formatted(change, step, CountChanges.counted(), rest);
    }
}
