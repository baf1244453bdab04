package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Whoever is looking at the page: a member, or nobody. Templates know it as {@code inject:viewer}. */
@Named
@RequestScoped
public class Viewer {

    /** Under this name a log-in keeps its {@link User} in the identity, so that no page asks for it again. */
    public static final String USER = "user";

    @Inject
    SecurityIdentity identity;

    @Inject
    HttpServerRequest request;

    @Inject
    Circle circle;

    private Optional<User> member;

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
