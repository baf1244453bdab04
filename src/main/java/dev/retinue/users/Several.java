package dev.retinue.users;

import dev.retinue.web.LocalPath;
import dev.retinue.web.Refusal;
import dev.retinue.web.Text;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;

/** What is done to several people of one's own list at once, one after the other, with one notice and one Undo. */
@Path("/several")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Several {

    static final int MOST = 500;

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    /** @param who the ids of the people; nothing happens to those who are not there (any more) */
    @POST
    public Response change(@RestForm List<Long> who, @RestForm @DefaultValue("") String verb, @RestForm String back) {
        if (who.isEmpty()) {
            throw new Refusal("Choose people first, by the boxes before their names.");
        }
        if (who.size() > MOST) {
            throw new Refusal("Choose at most " + MOST + " people at once; these were "
                    + Text.plural(who.size(), "person", "people") + ".");
        }
        var action = action(verb);
        return done(who, id -> Optional.ofNullable(User.<User>findById(id)).flatMap(user -> done(user, action)), back);
    }

    /** Takes back what was done to several people, as far as it is the last that was done to each. */
    @POST
    @Path("undo")
    public Response undo(@RestForm long event, @RestForm long last, @RestForm String back) {
        var events = Retry.transaction(() -> FollowEvent.of(viewer.getUser(), event, last, MOST));
        return done(
                events,
                done -> Optional.ofNullable(User.<User>findById(done.other(viewer.getUser())))
                        .flatMap(user -> done(user, pair -> pair.undo(done.id))),
                back);
    }

    private <T> Response done(List<T> what, Function<T, Optional<FollowEvent>> work, String back) {
        var events = what.stream()
                .distinct()
                .flatMap(each -> Retry.transaction(() -> work.apply(each)).stream())
                .toList();
        if (!events.isEmpty()) {
            notice.say(Told.of(events));
        }
        return LocalPath.of(back).orElse(LocalPath.HOME).redirect();
    }

    private Optional<FollowEvent> done(User user, Consumer<Pair> action) {
        var pair = viewer.getUser().with(user);
        if (viewer.is(user) || pair.relation().unreachable()) {
            return Optional.empty();
        }
        action.accept(pair);
        return pair.done();
    }

    private static Consumer<Pair> action(String verb) {
        return switch (verb) {
            case "unfollow" -> Pair::unfollow;
            case "remove" -> Pair::removeFollower;
            case "mute" -> pair -> pair.mute((Instant) null);
            default -> throw new BadRequestException();
        };
    }
}
