package dev.retinue.web;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every part of a page in each of its states, for whoever works on the look; there is none in production. */
@Path("/styleguide")
@Produces(MediaType.TEXT_HTML)
@UnlessBuildProfile("prod")
public class Styleguide {

    record Guide(Instant since, List<Choice> sorts, List<Choice> shows) implements TemplateInstance {}

    record Confirm() implements TemplateInstance {}

    @GET
    public TemplateInstance guide() {
        var sorts = List.of(
                new Choice("newest", "Newest first", true),
                new Choice("oldest", "Oldest first", false),
                new Choice("name", "By name", false));
        var shows = List.of(new Choice("all", "Everyone", true), new Choice("mutual", "Mutual", false));
        return new Guide(Instant.now().minus(Duration.ofHours(3)), sorts, shows);
    }

    @GET
    @Path("confirm")
    public TemplateInstance confirm() {
        return new Confirm();
    }
}
