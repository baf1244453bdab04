package dev.retinue.users;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** From one user to another: where a follow, a request, a block or a mute begins and ends, with its counts and its event. */
record Arc(User follower, User followed, Instant now) {

    /** A follow that everyone may see. */
    Optional<FollowEvent> follow() {
        return FollowStatement.begin(Edge.from(now), event(EventKind.FOLLOWED));
    }

    /** Nothing where there is no request. */
    Optional<FollowEvent> accept() {
        return FollowRequest.end(follower, followed)
                .flatMap(asked -> FollowStatement.begin(
                        Edge.from(now), event(EventKind.ACCEPTED).ended(asked)));
    }

    Optional<FollowEvent> ask() {
        return ask(now, event(EventKind.REQUESTED));
    }

    /** As there was a request before. */
    Optional<FollowEvent> askAgain(Instant since) {
        return ask(since, event(EventKind.REQUESTED).again());
    }

    Optional<FollowEvent> decline() {
        return FollowRequest.decline(follower, followed, now)
                ? Optional.of(event(EventKind.DECLINED).recorded())
                : Optional.empty();
    }

    /** Takes up a request again that was declined within the last 30 days: without an event, as it waits on. Whether there is one. */
    boolean reconsider() {
        return FollowRequest.reconsider(follower, followed, now);
    }

    Optional<FollowEvent> end(EventKind kind) {
        return FollowStatement.end(event(kind));
    }

    Optional<FollowEvent> endRequest(EventKind kind) {
        return FollowRequest.end(follower, followed)
                .map(since -> event(kind).ended(since).recorded());
    }

    /**
     * Nothing where one of the two has ended it again since: that was their last word; and nobody waits for whoever is public since. Whoever has
     * become private since is asked again; the follow begins by an event of that kind.
     */
    Optional<FollowEvent> restore(FollowEvent ended, EventKind kind) {
        if (follower.follows(followed) || ended.isFollowedByAnEnd()) {
            return Optional.empty();
        }
        if (ended.of(EventKind.WITHDRAWN, EventKind.RETRACTED)) {
            return followed.isPrivate() ? askAgain(ended.since) : Optional.empty();
        }
        if (followed.becamePrivateAfter(ended.timestamp)) {
            return askAgain(now);
        }
        FollowRequest.end(follower, followed);
        return FollowStatement.begin(ended.edge(follower, followed), event(kind).again());
    }

    /** Without an event, as the follow goes on; whether there is one. */
    boolean change(UnaryOperator<Edge> change) {
        var edge = Follow.edge(follower, followed);
        edge.ifPresent(before -> change(before, change.apply(before)));
        return edge.isPresent();
    }

    private void change(Edge before, Edge after) {
        Follow.change(follower, followed, after);
        new CountChanges()
                .add(follower.id, followed.id, before, -1)
                .add(follower.id, followed.id, after, 1)
                .write();
    }

    /** Ends every follow and request, in both directions. */
    Optional<FollowEvent> block(Instant since) {
        if (follower.is(followed) || !Block.begin(follower, followed, since)) {
            return Optional.empty();
        }
        var back = new Arc(followed, follower, now);
        end(EventKind.SEVERED);
        back.end(EventKind.SEVERED);
        endRequest(EventKind.RETRACTED);
        back.endRequest(EventKind.RETRACTED);
        return Optional.of(event(EventKind.BLOCKED).recorded());
    }

    Optional<FollowEvent> unblock() {
        return Block.end(follower, followed).map(this::unblocked);
    }

    FollowEvent unblocked(Instant since) {
        return event(EventKind.UNBLOCKED).ended(since).recorded();
    }

    /** Without an event where it goes on: muted again, it ends at another time. */
    Optional<FollowEvent> mute(Instant until, boolean again) {
        Mute.begin(follower, followed, now, until);
        return again ? Optional.empty() : Optional.of(event(EventKind.MUTED).recorded());
    }

    Optional<FollowEvent> unmute() {
        return Mute.end(follower, followed)
                ? Optional.of(event(EventKind.UNMUTED).recorded())
                : Optional.empty();
    }

    /** Whether it happened between these, in this direction. */
    boolean isOf(FollowEvent event) {
        return event.followerId.equals(follower.id);
    }

    private Optional<FollowEvent> ask(Instant since, FollowEvent event) {
        return FollowRequest.begin(follower, followed, since) ? Optional.of(event.recorded()) : Optional.empty();
    }

    private FollowEvent event(EventKind kind) {
        return new FollowEvent(follower, followed, kind, now);
    }
}
