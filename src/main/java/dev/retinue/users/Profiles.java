package dev.retinue.users;

import dev.retinue.web.LocalPath;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** A user's page, both lists, and the buttons on them. */
@Path("/@{name}")
public class Profiles {

    record Profile(Circle.Member member, Relation relation) implements TemplateInstance {}

    record Followers(Circle.Member member, ListPage page, List<Entry> entries) implements TemplateInstance {}

    record Following(Circle.Member member, ListPage page, List<Entry> entries) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance profile(String name) {
        var member = member(name);
        return new Profile(member, viewer.relationTo(member.user()));
    }

    @GET
    @Path("followers")
    public TemplateInstance followers(String name, @RestQuery String after, @RestQuery String before) {
        var member = member(name);
        var page = page(Direction.FOLLOWERS, member.user(), after, before);
        return new Followers(member, page, viewer.entries(page.rows()));
    }

    @GET
    @Path("following")
    public TemplateInstance following(String name, @RestQuery String after, @RestQuery String before) {
        var member = member(name);
        var page = page(Direction.FOLLOWING, member.user(), after, before);
        return new Following(member, page, viewer.entries(page.rows()));
    }

    @POST
    @Path("follow")
    @Authenticated
    @Transactional
    public Response follow(String name, @RestForm String back) {
        return change(name, back, User::follow);
    }

    @POST
    @Path("unfollow")
    @Authenticated
    @Transactional
    public Response unfollow(String name, @RestForm String back) {
        return change(name, back, User::unfollow);
    }

    private Response change(String name, String back, BiConsumer<User, User> verb) {
        var user = User.named(name).orElseThrow(NotFoundException::new);
        verb.accept(viewer.getUser(), user);
        return LocalPath.of(back).orElse(new LocalPath(Paths.path(user))).redirect();
    }

    private Circle.Member member(String name) {
        return circle.member(Username.key(name)).orElseThrow(NotFoundException::new);
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
