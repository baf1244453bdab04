package dev.retinue.users;

import dev.retinue.web.Later;
import java.time.Instant;
import java.util.Optional;

/**
 * A member and somebody else as they have just been, with neither held, so that any number can look at the same person at once. What
 * is done is one statement, which does nothing where either of the two did something since, or the member may follow no more.
 * Where nothing is told, nothing was done, and it takes a {@link Pair}.
 */
record Glance(User user, Sight sight) {

    /**
     * Again, it is told again.
     *
     * @throws Later where it is too much for the member
     */
    Optional<Told> follow(Wishes wishes) {
        if (seen().relation().following()) {
            return Optional.of(again(EventKind.FOLLOWED));
        }
        return takesARequest() ? Optional.empty() : told(wishes.fulfil(this, EventKind.FOLLOWED));
    }

    /** Again, it is told again. */
    Optional<Told> unfollow(Wishes wishes) {
        return seen().relation().following()
                ? told(wishes.fulfil(this, EventKind.UNFOLLOWED))
                : Optional.of(again(EventKind.UNFOLLOWED));
    }

    Seen seen() {
        return sight.seen();
    }

    User other() {
        return seen().user();
    }

    Versions versions() {
        return new Versions(sight.version(), seen().counts().version);
    }

    /** Of which there may be one already. */
    private boolean takesARequest() {
        return other().isPrivate() || seen().relation().requested();
    }

    private Optional<Told> told(Optional<FollowEvent> done) {
        return done.map(event -> Told.of(event, other(), event.timestamp));
    }

    /** What is so already: with what can be undone, where it was so by the last thing that the member did to the other. */
    private Told again(EventKind kind) {
        return new Deeds(user)
                .last(other())
                .filter(last -> last.kind == kind)
                .map(last -> Told.of(last, other(), Instant.now()))
                .orElseGet(() -> Told.of(Sentence.of(kind), other()));
    }
}
