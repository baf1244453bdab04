package dev.retinue.users;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever is looking at the page: a member, or nobody. Templates know it as {@code inject:viewer}. */
@Named
@RequestScoped
public class Viewer {

    /** Under this name a log-in keeps its {@link User} in the identity, so that no page asks for it again. */
    public static final String USER = "user";

    @Inject
    SecurityIdentity identity;

    @Inject
    Circle circle;

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The member who is looking. Only for pages that anonymous visitors do not reach. */
    public User getUser() {
        return identity.getAttribute(USER);
    }

    /** What the pages look like to whoever is looking. */
    public String getScheme() {
        return isAnonymous() ? "auto" : getUser().scheme;
    }

    public boolean is(User user) {
        return !isAnonymous() && getUser().is(user);
    }

    /** The id by which lists know who is looking. */
    long id() {
        return isAnonymous() ? Listing.NOBODY : getUser().id;
    }

    Optional<Circle.Standing> standingWith(User user) {
        return isAnonymous() || is(user) ? Optional.empty() : Optional.of(circle.standing(getUser().id, user.id));
    }

    ListPage page(Listing listing, Place place) {
        return ListPage.of(listing, place, entries(circle.rows(listing, place)));
    }

    /** The rows with what the viewer has to do with each: one statement for all of them. */
    List<Entry> entries(List<Circle.Row> rows) {
        var ids = rows.stream().map(Circle.Row::id).toArray(Long[]::new);
        var ties = isAnonymous() || ids.length == 0 ? Set.<Circle.Tie>of() : circle.ties(id(), ids);
        return rows.stream()
                .map(row -> new Entry(row, row.id() == id(), Relation.between(id(), row.id(), ties)))
                .toList();
    }
}
