package dev.retinue.users;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
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

    Relation relationTo(User user) {
        return isAnonymous() || is(user)
                ? Relation.NONE
                : Relation.between(getUser(), user, circle.followersBetween(getUser().id, user.id));
    }

    /** The rows with what the viewer has to do with each: one statement for all of them. */
    List<Entry> entries(List<Circle.Row> rows) {
        if (isAnonymous()) {
            return rows.stream().map(row -> new Entry(row, false, false)).toList();
        }
        var ids = rows.stream().map(Circle.Row::id).toArray(Long[]::new);
        var followed = ids.length == 0 ? Set.<Long>of() : Set.copyOf(circle.followedAmong(getUser().id, ids));
        return rows.stream()
                .map(row -> new Entry(row, row.id() == getUser().id, followed.contains(row.id())))
                .toList();
    }
}
