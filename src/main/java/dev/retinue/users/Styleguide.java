package dev.retinue.users;

import dev.retinue.web.Choice;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Every part of a page in each of its states, for whoever works on the look; there is none in production. */
@Path("/styleguide")
@Produces(MediaType.TEXT_HTML)
@UnlessBuildProfile("prod")
public class Styleguide {

    /** Somebody who is not there, with a button of that verb; with none where that is null. */
    public record Sample(long id, String username, String badge, Verb verb) implements Listed {

        @Override
        public String avatar() {
            return null;
        }

        @Override
        public Instant since() {
            return Instant.now().minus(Duration.ofHours(3));
        }
    }

    record Guide(List<Sample> buttons, List<Sample> people, List<Choice> sorts, List<Choice> shows)
            implements TemplateInstance {}

    private static final List<Sample> BUTTONS = Stream.of(Verb.values())
            .map(verb -> new Sample(101 + verb.ordinal(), "Mira", "", verb))
            .toList();

    private static final List<Sample> PEOPLE = List.of(
            new Sample(1, "Mira", "Mutual", Verb.UNFOLLOW),
            new Sample(2, "نور الدين", "Follows you", Verb.FOLLOW_BACK),
            new Sample(
                    3,
                    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh the Third of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                    "",
                    Verb.FOLLOW),
            new Sample(4, "Sutton", "You", null));

    @GET
    public TemplateInstance guide() {
        var sorts = List.of(
                new Choice("newest", "Newest first", true),
                new Choice("oldest", "Oldest first", false),
                new Choice("name", "By name", false));
        var shows = List.of(new Choice("all", "Everyone", true), new Choice("mutual", "Mutual", false));
        return new Guide(BUTTONS, PEOPLE, sorts, shows);
    }
}
