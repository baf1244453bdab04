package dev.retinue.users;

import dev.retinue.users.FollowEvent.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A member and somebody else as they have just been, with neither held, so that any number can look at the same person at once. What
 * is done is one statement, which does nothing where either of the two did something since. Where nothing is told, nothing was
 * done, and it takes a {@link Pair}.
 */
record Glance(User user, Sight sight) {

    /** Whether a follow begins or goes on, and it takes no request. */
    boolean isOpen() {
        return seen().relation().following() || !seen().relation().requested() && !other().isPrivate();
    }

    /** Again, it is told again. */
    Optional<Told> follow() {
        if (seen().relation().following()) {
            return Optional.of(told());
        }
        if (!isOpen()) {
            return Optional.empty();
        }
        var event = event(Kind.FOLLOWED);
        return told(FollowStatement.begin(Edge.from(event.timestamp), event, versions()));
    }

    /** Again, it is told again. */
    Optional<Told> unfollow() {
        return seen().relation().following()
                ? told(FollowStatement.end(event(Kind.UNFOLLOWED), versions()))
                : Optional.of(told());
    }

    Seen seen() {
        return sight.seen();
    }

    User other() {
        return seen().user();
    }

    private FollowEvent event(Kind kind) {
        return new FollowEvent(user, other(), kind, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Versions versions() {
        return new Versions(sight.version(), seen().counts().version);
    }

    private Optional<Told> told(Optional<FollowEvent> done) {
        return done.map(event -> Told.of(event, other(), event.timestamp));
    }

    /** The last thing that the member did to the other. */
    private Told told() {
        return new Deeds(user)
                .last(other())
                .map(last -> Told.of(last, other(), Instant.now()))
                .orElseGet(() -> Told.of(seen().relation().following(), other()));
    }
}
