package dev.retinue.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What everyone may see of somebody. Visitors who look at the same time have one statement for all of them. */
@ApplicationScoped
public class Visitors {

    @Inject
    Circle circle;

    private final Rounds<String, Seen> looks = new Rounds<>(keys -> circle.seen(keys), Rounds.PATIENCE);

    /** Nobody where there is no such user, or none who may be shown. */
    public Optional<Seen> see(String key) {
        return looks.ask(key);
    }
}
