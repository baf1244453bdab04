package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;

/** Who follows a user, and whom a user follows. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
@AboutSomebody
public class Lists {

    public record Choices(
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String show,
            @RestQuery String after,
            @RestQuery String before,
            @RestQuery String on) {

        public Listing of(User user, Direction direction, long viewer) {
            var typed = Objects.requireNonNullElse(q, "");
            return new Listing(user, direction, viewer, Sort.parse(sort), Show.parse(show), typed);
        }

        Place place(Sort sort) {
            if (after != null) {
                return Place.after(key(after, sort));
            }
            return before == null ? Place.TOP : Place.before(key(before, sort));
        }

        private static ListKey key(String written, Sort sort) {
            return ListKey.parse(written, sort).orElseThrow(BadRequestException::new);
        }
    }

    record People(Seen seen, Listing listing, ListPage page) implements TemplateInstance {}

    /** @param count how many there were in all, also of those who are not shown any more */
    record Past(Seen seen, PastList list, long count, Slice<PastList.Row> slice) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    Circle circle;

    @GET
    @Path("followers")
    public String followers(String name, @BeanParam Choices choices) {
        return people(name, Direction.FOLLOWERS, choices).render();
    }

    @GET
    @Path("following")
    public String following(String name, @BeanParam Choices choices) {
        return people(name, Direction.FOLLOWING, choices).render();
    }

    private TemplateInstance people(String name, Direction direction, Choices choices) {
        var seen = sights.see(name);
        if (!seen.shown(direction) || choices.on() != null && !seen.self()) {
            throw new NotFoundException();
        }
        if (choices.on() != null) {
            return past(seen, direction, choices);
        }
        var listing = choices.of(seen.user(), direction, viewer.id());
        return new People(seen, listing, viewer.page(listing, choices.place(listing.sort())));
    }

    private Past past(Seen seen, Direction direction, Choices choices) {
        var list = PastList.of(seen.user(), direction, choices.on());
        var rows = circle.rows(list, ListKey.before(choices.before()));
        return new Past(seen, list, circle.count(list), Slice.of(rows));
    }
}
