package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A user's page. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
public class Profiles {

    record Profile(User user, About about, FollowCounts counts, Relation relation, Acquaintances known)
            implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance profile(String name) {
        var found = circle.counted(Username.key(name)).orElseThrow(NotFoundException::new);
        var user = found.user();
        var about = About.of(user);
        return viewer.standingWith(user)
                .map(standing ->
                        new Profile(user, about, found.counts(), standing.relation(), standing.acquaintances()))
                .orElseGet(() -> new Profile(user, about, found.counts(), Relation.NONE, Acquaintances.NONE));
    }
}
