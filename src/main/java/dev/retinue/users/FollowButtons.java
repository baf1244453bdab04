package dev.retinue.users;

import dev.retinue.web.LocalPath;
import dev.retinue.web.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestForm;

/** What the buttons beside a person do: they change the follow, and lead back to the page they were on with a notice. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class FollowButtons {

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @POST
    @Path("follow")
    public Response follow(String name, @RestForm String back) {
        return change(name, back, User::follow);
    }

    @POST
    @Path("unfollow")
    public Response unfollow(String name, @RestForm String back) {
        return change(name, back, User::unfollow);
    }

    @POST
    @Path("undo")
    public Response undo(String name, @RestForm String back, @RestForm long event) {
        return change(name, back, (user, other) -> user.undo(other, event));
    }

    /** Someone removed between the look-up and the follow was not there either. */
    private Response change(String name, String back, BiConsumer<User, User> verb) {
        try {
            var changed = Retry.transaction(() -> changed(name, verb));
            notice.say(changed);
            return LocalPath.of(back)
                    .orElse(new LocalPath(Paths.path(changed.user())))
                    .redirect();
        } catch (ConstraintViolationException e) {
            throw new NotFoundException(e);
        }
    }

    private Notice.Change changed(String name, BiConsumer<User, User> verb) {
        var user = User.named(name).orElseThrow(NotFoundException::new);
        if (viewer.is(user)) {
            throw new Refusal("Nobody follows themself.");
        }
        verb.accept(viewer.getUser(), user);
        var event = FollowEvent.last(viewer.getUser(), user);
        var following = event.map(last -> last.kind == FollowEvent.Kind.FOLLOWED)
                .orElseGet(() -> viewer.getUser().follows(user));
        return new Notice.Change(user, following, event);
    }
}
