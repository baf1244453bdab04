package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The one statement in which a follow begins or ends, with the counts of both and its event, as whoever waits for these two
 * waits for each statement. It answers with the event, or with nothing where nothing changed.
 */
class FollowStatement {

    private static final String EDGE =
            ":follower, :followed, :begun, :private, :note, :followerHidden, :followedHidden";

    /** Holds the two from here on, as far as they are as they were. */
    private static final String HELD = """
            held as (select user_id from follow_counts where user_id in (:follower, :followed)
                and version = case user_id when :follower then :followerVersion else :followedVersion end
                order by user_id for update),
            """;

    private static final String BOTH_HELD = "(select count(*) from held) = 2";

    /** With a text of its own where nothing was before, as the driver sends a null without its type. */
    private static final String BEGINNING = text("", begun("values (" + EDGE + ")"), '+', began("null::timestamptz"));

    private static final String BEGINNING_AFTER = text("", begun("values (" + EDGE + ")"), '+', began(":since"));

    private static final String BEGINNING_UNHELD =
            text(HELD, begun("select " + EDGE + " where " + BOTH_HELD), '+', began("null::timestamptz"));

    private static final String ENDED = "changed.timestamp, private, note, true";

    private static final String END = text("", ended(""), '-', ENDED);

    private static final String END_UNHELD = text(HELD, ended("and " + BOTH_HELD), '-', ENDED);

    private FollowStatement() {}

    /** While both are held. */
    static Optional<FollowEvent> begin(Edge edge, FollowEvent event) {
        var query = beginning(event.since == null ? BEGINNING : BEGINNING_AFTER, edge, event);
        if (event.since != null) {
            query.setParameter("since", event.since);
        }
        return query.uniqueResultOptional();
    }

    /** While neither is held: where both are as they were. */
    static Optional<FollowEvent> begin(Edge edge, FollowEvent event, Versions before) {
        return before.of(beginning(BEGINNING_UNHELD, edge, event)).uniqueResultOptional();
    }

    /** While both are held. The event says what there was. */
    static Optional<FollowEvent> end(FollowEvent event) {
        return query(END, event).uniqueResultOptional();
    }

    /** While neither is held: where both are as they were. */
    static Optional<FollowEvent> end(FollowEvent event, Versions before) {
        return before.of(query(END_UNHELD, event)).uniqueResultOptional();
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

    private static String begun(String row) {
        return """
                insert into follows (follower_id, followed_id, timestamp, private, note, follower_hidden, followed_hidden)
                %s on conflict do nothing returning *
                """.formatted(row);
    }

    private static String ended(String condition) {
        return "delete from follows where follower_id = :follower and followed_id = :followed %s returning *"
                .formatted(condition);
    }

    private static String began(String since) {
        return since + ", false, '', :fresh";
    }

    /** @param rest what the event says of when there was a follow, whether privately, its note, and whether it is fresh */
    private static String text(String held, String change, char sign, String rest) {
        return """
                with %s changed as (%s),
                    counted as (%s)
                insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note, fresh)
                select follower_id, followed_id, :kind, :now, %s from changed returning *
                """.formatted(held, change, FollowCounts.counted(sign), rest);
    }
}
