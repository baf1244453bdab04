package dev.retinue.users;

import dev.retinue.web.LocalPath;
import dev.retinue.web.Refusal;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** A user's page, both lists, and the buttons on them. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
public class Profiles {

    record Profile(User user, About about, FollowCounts counts, Relation relation) implements TemplateInstance {}

    record Followers(User user, FollowCounts counts, ListPage page, List<Entry> entries) implements TemplateInstance {}

    record Following(User user, FollowCounts counts, ListPage page, List<Entry> entries) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance profile(String name) {
        var found = counted(name);
        var user = found.user();
        return new Profile(user, About.of(user), found.counts(), viewer.relationTo(user));
    }

    @GET
    @Path("followers")
    public TemplateInstance followers(String name, @RestQuery String after, @RestQuery String before) {
        var found = counted(name);
        var page = page(Direction.FOLLOWERS, found.user(), after, before);
        return new Followers(found.user(), found.counts(), page, viewer.entries(page.rows()));
    }

    @GET
    @Path("following")
    public TemplateInstance following(String name, @RestQuery String after, @RestQuery String before) {
        var found = counted(name);
        var page = page(Direction.FOLLOWING, found.user(), after, before);
        return new Following(found.user(), found.counts(), page, viewer.entries(page.rows()));
    }

    @POST
    @Path("follow")
    @Authenticated
    public Response follow(String name, @RestForm String back) {
        return change(name, back, User::follow);
    }

    @POST
    @Path("unfollow")
    @Authenticated
    public Response unfollow(String name, @RestForm String back) {
        return change(name, back, User::unfollow);
    }

    /** Someone removed between the look-up and the follow was not there either. */
    private Response change(String name, String back, BiConsumer<User, User> verb) {
        try {
            var user = Retry.transaction(() -> changed(name, verb));
            return LocalPath.of(back).orElse(new LocalPath(Paths.path(user))).redirect();
        } catch (ConstraintViolationException e) {
            throw new NotFoundException(e);
        }
    }

    private User changed(String name, BiConsumer<User, User> verb) {
        var user = User.named(name).orElseThrow(NotFoundException::new);
        if (viewer.is(user)) {
            throw new Refusal("Nobody follows themself.");
        }
        verb.accept(viewer.getUser(), user);
        return user;
    }

    private Circle.Counted counted(String name) {
        return circle.counted(Username.key(name)).orElseThrow(NotFoundException::new);
    }

    private ListPage page(Direction direction, User user, String after, String before) {
        if (after != null) {
            return ListPage.after(key(after), direction, user, circle);
        }
        return before != null
                ? ListPage.before(key(before), direction, user, circle)
                : ListPage.top(direction, user, circle);
    }

    private static ListKey key(String written) {
        return ListKey.parse(written).orElseThrow(BadRequestException::new);
    }
}
