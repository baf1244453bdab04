package dev.retinue.users;

import java.util.Optional;

/**
 * Takes back what a user did to another: what has ended is there again since when it was before. It answers with the event
 * that tells of it, if there is one.
 *
 * @param out from the user to the other
 * @param in from the other to the user
 * @param relation of the two, before anything is taken back
 */
record Undo(Arc out, Arc in, Relation relation) {

    /** Not of a request that was declined: that waits on. */
    Optional<FollowEvent> of(FollowEvent done) {
        return switch (done.kind) {
            case FOLLOWED -> out.end(EventKind.UNFOLLOWED);
            case REQUESTED -> out.endRequest(EventKind.WITHDRAWN);
            case ACCEPTED -> acceptance(done);
            case DECLINED -> throw new IllegalArgumentException("A request that was declined waits on");
            case BLOCKED -> block();
            case UNBLOCKED -> out.block(done.since);
            case MUTED -> out.unmute();
            default -> restore(done);
        };
    }

    /** What it ended is there again, as long as it began no more than 30 days ago. */
    Optional<FollowEvent> block() {
        return Block.end(out.follower(), out.followed()).map(since -> {
            if (since.plus(Block.RESTORABLE).isAfter(out.now())) {
                new Deeds(out.follower()).endedByBlock(out.followed(), since).forEach(this::restore);
            }
            return out.unblocked(since);
        });
    }

    /** Who had asked, waits again, unless nobody has to ask any more. */
    private Optional<FollowEvent> acceptance(FollowEvent accepted) {
        var removed = in.end(EventKind.REMOVED);
        return accepted.since == null || !in.followed().isPrivate()
                ? removed
                : removed.flatMap(event -> in.askAgain(accepted.since));
    }

    private Optional<FollowEvent> restore(FollowEvent ended) {
        if (relation.unreachable()) {
            return Optional.empty();
        }
        return out.isOf(ended) ? out.restore(ended, EventKind.FOLLOWED) : in.restore(ended, EventKind.ACCEPTED);
    }
}
