package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A user's page. It asks for nothing more than was found at the {@link Arrival}, and so needs no thread that may wait. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
@AboutSomebody
public class Profiles {

    record Profile(Seen seen, About about, Acquaintances known) implements TemplateInstance {}

    @Inject
    Sights sights;

    @GET
    @NonBlocking
    public String profile(String name) {
        var sight = sights.meet(name);
        return new Profile(sight.seen(), About.of(sight.seen().user()), sight.known()).render();
    }
}
