package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A user's page. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
public class Profiles {

    record Profile(Seen seen, About about, Acquaintances known) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @GET
    public String profile(String name) {
        var sight = viewer.meet(name);
        return new Profile(sight.seen(), About.of(sight.seen().user()), sight.known()).render();
    }
}
