package dev.retinue.users;

import dev.retinue.sql.Original;
import dev.retinue.sql.Rounds;
import dev.retinue.web.DatabaseProblem;
import dev.retinue.web.Later;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How follows begin and end at a {@link Glance}: one statement for all that do at the same time. */
@ApplicationScoped
class Wishes {

    @Inject
    Original original;

    @Inject
    Allowance allowance;

    /** While one waits for whoever is held, another one beside it would wait for the same. */
    private final Rounds<Wish, Fulfilment> rounds = new Rounds<>(this::fulfilled, Turns.MOMENT);

    /**
     * Nothing where it takes a {@link Pair}: also where others are in the way.
     *
     * @throws Later where it is too much for the member
     */
    Optional<FollowEvent> fulfil(Glance glance, EventKind kind) {
        var follower = glance.user();
        var now = Instant.now();
        var wish = new Wish(kind, follower.id, glance.other().id, glance.versions(), allowance.newADay(follower, now));
        var fulfilment = rounds.await(wish);
        fulfilment.map(Fulfilment::today).ifPresent(today -> allowance.admit(today, follower, now));
        return fulfilment.map(Fulfilment::event);
    }

    /** None where others are in the way of one of them: in turn, each would wait for those before it. */
    Map<Wish, Fulfilment> fulfilled(Set<Wish> wishes) {
        try {
            return original.ask(session -> new WishStatement(allowance).fulfil(wishes, session));
        } catch (RuntimeException e) {
            if (DatabaseProblem.isInTheWay(e)) {
                return Map.of();
            }
            throw e;
        }
    }
}
