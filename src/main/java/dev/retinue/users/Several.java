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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;

/** What is done to several people of one's own list at once, with one notice and one Undo. */
@Path("/several")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Several {

    static final int MOST = 500;

    private record Change(long person, Consumer<Pair> action) {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Turns turns;

    /**
     * @param who the ids of the people; nothing happens to those who are not there (any more)
     * @param verb unfollow, remove or mute: every other is refused, as is none
     */
    @POST
    public Response change(
            @RestForm List<Long> who, @RestForm @DefaultValue("FOLLOW") Verb verb, @RestForm String back) {
        if (who.isEmpty()) {
            throw new Refusal("Choose people first, by the boxes before their names.", LocalPath.orHome(back));
        }
        if (who.size() > MOST) {
            throw new Refusal(
                    "Choose at most " + MOST + " people at once; these were "
                            + Text.plural(who.size(), "person", "people") + ".",
                    LocalPath.orHome(back));
        }
        var action = action(verb);
        return done(
                () -> who.stream().distinct().map(id -> new Change(id, action)).toList(), back);
    }

    /** Takes back what was done to several people, as far as it is the last that was done to each. */
    @POST
    @Path("undo")
    public Response undo(@RestForm long event, @RestForm long last, @RestForm String back) {
        var user = viewer.getUser();
        var deeds = new Deeds(user);
        return done(
                () -> deeds.between(event, last, MOST).stream()
                        .map(done -> new Change(done.other(user), pair -> pair.undo(done.id)))
                        .toList(),
                back);
    }

    /** All of it or, where something fails, nothing. */
    private Response done(Supplier<List<Change>> changes, String back) {
        List<Pair> done = turns.transaction(patience -> done(changes.get(), patience));
        notice.say(Told.of(done, Instant.now()));
        return LocalPath.orHome(back).redirect();
    }

    /** With whom it changed something. */
    private List<Pair> done(List<Change> changes, Duration patience) {
        Hold.of(viewer.id(), changes.stream().map(Change::person).toList(), patience);
        return changes.stream().flatMap(change -> done(change).stream()).toList();
    }

    private Optional<Pair> done(Change change) {
        var other = User.<User>findByIdOptional(change.person).filter(found -> !viewer.is(found));
        var pair = other.map(viewer.getUser()::with)
                .filter(each -> !each.relation().unreachable());
        pair.ifPresent(change.action);
        return pair.filter(each -> each.done().isPresent());
    }

    private static Consumer<Pair> action(Verb verb) {
        return switch (verb) {
            case UNFOLLOW -> Pair::unfollow;
            case REMOVE -> Pair::removeFollower;
            case MUTE -> Several::mute;
            default -> throw new BadRequestException();
        };
    }

    /** Whoever is muted until then or then, stays so. */
    private static void mute(Pair pair) {
        if (!pair.relation().muting()) {
            pair.mute(null);
        }
    }
}
