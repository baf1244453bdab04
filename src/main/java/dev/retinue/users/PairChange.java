package dev.retinue.users;

import dev.retinue.web.Errors;
import dev.retinue.web.Later;
import dev.retinue.web.LocalPath;
import dev.retinue.web.PageCache;
import dev.retinue.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** What a button changes between the viewer and somebody of that name, and the answer: back to where the button was, with a notice. */
@ApplicationScoped
class PairChange {

    /** To whom something was done, and what is said of it. */
    private record Done(User other, Told told) {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    Notice notice;

    @Inject
    Turns turns;

    @Inject
    PageCache pages;

    /** @param wished the kinds of deeds of which one is told again, where it was the last and there is nothing left to change */
    Response whileHeld(String name, String back, Consumer<Pair> verb, EventKind... wished) {
        return answer(name, back, () -> changedWhileHeld(name, verb, Set.of(wished)));
    }

    /** Or where that does not do, while the two are held. */
    Response atAGlance(
            String name,
            String back,
            Function<Glance, Optional<Told>> atAGlance,
            Consumer<Pair> verb,
            EventKind... wished) {
        return answer(name, back, () -> changedAtAGlance(name, atAGlance)
                .orElseGet(() -> changedWhileHeld(name, verb, Set.of(wished))));
    }

    /** Someone removed between the look-up and the follow was not there either. */
    private Response answer(String name, String back, Supplier<Done> change) {
        var there = LocalPath.of(back).orElse(new LocalPath(Paths.profile(name)));
        if (viewer.getUser().usernameKey.equals(Username.key(name))) {
            throw new Refusal("Nobody follows themself.", there);
        }
        try {
            var done = change.get();
            notice.say(done.told);
            return LocalPath.of(back)
                    .orElse(new LocalPath(Paths.path(done.other)))
                    .redirect();
        } catch (Later e) {
            return Errors.later(e, there);
        } catch (ConstraintViolationException e) {
            throw new NotFoundException(e);
        }
    }

    /** Without a transaction: what is changed is one statement, and is kept as soon as that is done. */
    private Optional<Done> changedAtAGlance(String name, Function<Glance, Optional<Told>> verb) {
        try {
            return sights.glance(name)
                    .flatMap(glance -> verb.apply(glance).map(told -> new Done(glance.other(), told)));
        } finally {
            pages.changed();
        }
    }

    private Done changedWhileHeld(String name, Consumer<Pair> verb, Set<EventKind> wished) {
        return turns.transaction(patience -> {
            var pair = Pair.of(viewer.getUser(), name, patience)
                    .filter(found -> !found.relation().unreachable())
                    .orElseThrow(NotFoundException::new);
            verb.accept(pair);
            return new Done(pair.other(), Told.of(pair, wished, Instant.now()));
        });
    }
}
