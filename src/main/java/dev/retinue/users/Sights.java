package dev.retinue.users;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/** Those whom a page is about, as far as whoever is looking may know of them. */
@RequestScoped
public class Sights {

    /** Under this name a log-in keeps in the identity how whom the request is about was {@link Found} in the same statement. */
    public static final String FOUND = "found";

    @Inject
    SecurityIdentity identity;

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    /** Whom the page is about, where they were not found together with the member. */
    private Optional<Found> found = Optional.empty();

    /** The user of that name, in any case and with spaces or underscores, as far as the viewer may know of them. */
    public Seen see(String name) {
        return seen(name).orElseThrow(NotFoundException::new);
    }

    /** Likewise; nothing where the viewer may not know of them. */
    public Optional<Seen> seen(String name) {
        return sight(name, false).map(Sight::seen);
    }

    /** Likewise, with whom of the user's followers the viewer follows. */
    public Sight meet(String name) {
        return sight(name, true).orElseThrow(NotFoundException::new);
    }

    /** Likewise; nothing where the viewer may not know of them. */
    Optional<Glance> glance(String name) {
        return sight(name, false).map(sight -> new Glance(viewer.getUser(), sight));
    }

    boolean hasFound(Whom whom) {
        return found().filter(found -> found.whom().covers(whom)).isPresent();
    }

    /** Whether the viewer may know of somebody whom the page is about. */
    boolean hasMet() {
        return found().flatMap(Found::sight).isPresent();
    }

    Found found(Whom whom, Optional<Sight> sight) {
        var now = new Found(whom, sight);
        found = Optional.of(now);
        return now;
    }

    /** Looks for whom the page is about, so that they are found when it asks. */
    Found look(Whom whom) {
        return found(whom, sightNow(whom));
    }

    /** Most pages are about whom their address names, who is there already. */
    private Optional<Sight> sight(String name, boolean known) {
        var whom = new Whom(Username.key(name), known);
        return found().filter(found -> found.whom().covers(whom))
                .map(Found::sight)
                .orElseGet(() -> sightNow(whom));
    }

    private Optional<Found> found() {
        return found.or(
                () -> viewer.isAnonymous() ? Optional.empty() : Optional.ofNullable(identity.getAttribute(FOUND)));
    }

    private Optional<Sight> sightNow(Whom whom) {
        return viewer.isAnonymous() ? circle.seen(whom.key()).map(Sight::of) : circle.sight(whom, viewer.id());
    }
}
