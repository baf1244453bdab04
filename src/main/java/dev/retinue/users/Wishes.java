package dev.retinue.users;

import dev.retinue.users.FollowEvent.Kind;
import dev.retinue.web.DatabaseProblem;
import dev.retinue.web.Later;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** How follows begin and end at a {@link Glance}: one statement for all that do at the same time. */
@ApplicationScoped
public class Wishes {

    @Inject
    Original original;

    @Inject
    Allowance allowance;

    private final Rounds<Wish, Outcome> rounds =
            new Rounds<>(wishes -> original.ask(session -> new WishStatement(allowance).fulfil(wishes, session)));

    /**
     * Nothing where it is not to be done at a glance: also where others are in the way.
     *
     * @throws Later where it is too much for the member
     */
    Optional<FollowEvent> fulfil(Glance glance, Kind kind) {
        var follower = glance.user();
        var newADay = allowance.newADay(follower, Instant.now());
        try {
            var outcome = rounds.await(new Wish(kind, follower.id, glance.other().id, glance.versions(), newADay));
            outcome.map(Outcome::today).ifPresent(today -> allowance.admit(today, follower));
            return outcome.map(Outcome::event);
        } catch (RuntimeException e) {
            if (DatabaseProblem.isWorthAnotherTry(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
