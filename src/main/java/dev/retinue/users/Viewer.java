package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Whoever is looking at the page: a member, or nobody. Templates know it as {@code inject:viewer}. */
@Named
@RequestScoped
public class Viewer {

    /** Under this name a log-in keeps its {@link User} in the identity, so that no page asks for it again. */
    public static final String USER = "user";

    /** And under this one, how whom the request is about was {@link Found} in the same statement. */
    public static final String FOUND = "found";

    @Inject
    SecurityIdentity identity;

    @Inject
    HttpServerRequest request;

    @Inject
    Circle circle;

    private Optional<User> member;

    /** Whom the page is about, where they were not found together with the member. */
    private Optional<Found> found = Optional.empty();

    public boolean isAnonymous() {
        return member().isEmpty();
    }

    /** The member who is looking, for reading alone: others may be shown the same. Only for pages that anonymous visitors do not reach. */
    public User getUser() {
        return member().orElseThrow();
    }

    /** What the pages look like to whoever is looking. */
    public String getScheme() {
        return member().map(user -> user.scheme).orElse("auto");
    }

    public boolean is(User user) {
        return member().filter(member -> member.is(user)).isPresent();
    }

    /** The id by which lists know who is looking. */
    public long id() {
        return member().map(member -> member.id).orElse(Listing.NOBODY);
    }

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
        return sight(name, false).map(sight -> new Glance(getUser(), sight));
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

    ListPage page(Listing listing, Place place) {
        var rows = listing.deactivated() ? List.<Circle.Row>of() : circle.rows(listing, place);
        return ListPage.of(listing, place, entries(rows));
    }

    /** The rows with what the viewer has to do with each: one statement for all of them. */
    List<Entry> entries(List<Circle.Row> rows) {
        var ids = rows.stream().map(Circle.Row::id).toArray(Long[]::new);
        var tied = isAnonymous() || ids.length == 0 ? List.<Tied>of() : Tied.to(id(), ids);
        return rows.stream()
                .map(row -> new Entry(row, row.id() == id(), Relation.to(row.id(), tied)))
                .toList();
    }

    /** Most pages are about whom their address names, who is there already. */
    private Optional<Sight> sight(String name, boolean known) {
        var whom = new Whom(Username.key(name), known);
        return found().filter(found -> found.whom().covers(whom))
                .map(Found::sight)
                .orElseGet(() -> sightNow(whom));
    }

    private Optional<Found> found() {
        return found.or(() -> isAnonymous() ? Optional.empty() : Optional.ofNullable(identity.getAttribute(FOUND)));
    }

    private Optional<Sight> sightNow(Whom whom) {
        return isAnonymous() ? circle.seen(whom.key()).map(Sight::of) : circle.sight(whom, id());
    }

    /** A page asks often, and is told the same. */
    private Optional<User> member() {
        if (member == null) {
            member = PageCache.isForEveryone(request) ? Optional.empty() : loggedIn();
        }
        return member;
    }

    private Optional<User> loggedIn() {
        return Optional.ofNullable(identity.getAttribute(USER));
    }
}
