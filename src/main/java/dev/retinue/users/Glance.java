package dev.retinue.users;

import dev.retinue.users.FollowEvent.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A member and somebody else as they have just been, with neither held: any number can follow the same person at once, and none
 * waits for another. What is done is done only where neither of the two did anything since. Where nothing is told, nothing
 * was done, and it takes a {@link Pair}.
 *
 * @param version of the member's counts
 */
record Glance(User user, long version, Seen seen) {

    /** Where it begins without a word of the other's; again, it is told again. */
    Optional<Told> follow() {
        var relation = seen.relation();
        if (relation.following()) {
            return Optional.of(told());
        }
        if (relation.requested() || other().isPrivate() || user.is(other())) {
            return Optional.empty();
        }
        var event = event(Kind.FOLLOWED);
        return told(FollowStatement.begin(Edge.from(event.timestamp), event, versions()));
    }

    /** Again, it is told again. */
    Optional<Told> unfollow() {
        return seen.relation().following()
                ? told(FollowStatement.end(event(Kind.UNFOLLOWED), versions()))
                : Optional.of(told());
    }

    User other() {
        return seen.user();
    }

    private FollowEvent event(Kind kind) {
        return new FollowEvent(user, other(), kind, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Versions versions() {
        return new Versions(version, seen.counts().version);
    }

    private Optional<Told> told(Optional<FollowEvent> done) {
        return done.map(event -> Told.of(event, other(), event.timestamp));
    }

    /** The last thing that the member did to the other. */
    private Told told() {
        return new Deeds(user)
                .last(other())
                .map(last -> Told.of(last, other(), Instant.now()))
                .orElseGet(() -> Told.of(seen.relation().following(), other()));
    }
}
