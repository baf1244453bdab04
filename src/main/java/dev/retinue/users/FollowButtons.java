package dev.retinue.users;

import dev.retinue.web.Errors;
import dev.retinue.web.Later;
import dev.retinue.web.LocalPath;
import dev.retinue.web.PageCache;
import dev.retinue.web.Refusal;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestForm;

/** What the buttons beside a person do: they change what is between the two, and lead back to where they were, with a notice. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class FollowButtons {

    /** What a block would end, with its dates where there are any. */
    record Blocking(Seen seen, Optional<Instant> following, Optional<Instant> followedBy) implements TemplateInstance {}

    /** To whom something was done, and what is said of it. */
    private record Done(User other, Told told) {}

    private static final int LONGEST_MUTE = 366;

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Allowance allowance;

    @Inject
    Wishes wishes;

    @Inject
    Turns turns;

    @Inject
    PageCache pages;

    @POST
    @Path("follow")
    public Response follow(String name, @RestForm String back) {
        return change(name, back, glance -> glance.follow(wishes), pair -> {
            allowance.admit(pair);
            pair.follow();
        });
    }

    @POST
    @Path("unfollow")
    public Response unfollow(String name, @RestForm String back) {
        return change(name, back, glance -> glance.unfollow(wishes), Pair::unfollow);
    }

    @POST
    @Path("private")
    public Response followPrivately(String name, @RestForm String back) {
        return change(name, back, Pair::followPrivately);
    }

    @POST
    @Path("public")
    public Response followOpenly(String name, @RestForm String back) {
        return change(name, back, Pair::followOpenly);
    }

    @POST
    @Path("withdraw")
    public Response withdraw(String name, @RestForm String back) {
        return change(name, back, Pair::withdraw);
    }

    @POST
    @Path("accept")
    public Response accept(String name, @RestForm String back) {
        return change(name, back, Pair::accept);
    }

    @POST
    @Path("decline")
    public Response decline(String name, @RestForm String back) {
        return change(name, back, Pair::decline);
    }

    @POST
    @Path("reconsider")
    public Response reconsider(String name, @RestForm String back) {
        return change(name, back, Pair::reconsider);
    }

    @POST
    @Path("remove-follower")
    public Response removeFollower(String name, @RestForm String back) {
        return change(name, back, Pair::removeFollower);
    }

    @GET
    @Path("block")
    @Transactional
    public TemplateInstance block(String name) {
        var seen = viewer.see(name);
        var user = viewer.getUser();
        return new Blocking(seen, Follow.since(user, seen.user()), Follow.since(seen.user(), user));
    }

    @POST
    @Path("block")
    public Response block(String name, @RestForm String back) {
        return change(name, back, Pair::block);
    }

    @POST
    @Path("unblock")
    public Response unblock(String name, @RestForm String back) {
        return change(name, back, Pair::unblock);
    }

    @POST
    @Path("restore")
    public Response restore(String name, @RestForm String back) {
        return change(name, back, Pair::restore);
    }

    /** For so many days; without a number, until it is undone. */
    @POST
    @Path("mute")
    public Response mute(String name, @RestForm String back, @RestForm int days) {
        var until = days <= 0 ? null : Instant.now().plus(Duration.ofDays(Math.min(days, LONGEST_MUTE)));
        return change(name, back, pair -> pair.mute(until));
    }

    @POST
    @Path("unmute")
    public Response unmute(String name, @RestForm String back) {
        return change(name, back, Pair::unmute);
    }

    @POST
    @Path("undo")
    public Response undo(String name, @RestForm String back, @RestForm long event) {
        return change(name, back, pair -> pair.undo(event));
    }

    private Response change(String name, String back, Consumer<Pair> verb) {
        return answer(name, back, () -> changedWhileHeld(name, verb));
    }

    /** At a glance, or where that does not do, while the two are held. */
    private Response change(String name, String back, Function<Glance, Optional<Told>> atAGlance, Consumer<Pair> verb) {
        return answer(
                name, back, () -> changedAtAGlance(name, atAGlance).orElseGet(() -> changedWhileHeld(name, verb)));
    }

    /** Someone removed between the look-up and the follow was not there either. */
    private Response answer(String name, String back, Supplier<Done> change) {
        if (viewer.getUser().usernameKey.equals(Username.key(name))) {
            throw new Refusal("Nobody follows themself.");
        }
        try {
            var done = change.get();
            notice.say(done.told);
            return LocalPath.of(back)
                    .orElse(new LocalPath(Paths.path(done.other)))
                    .redirect();
        } catch (Later e) {
            return Errors.later(e, LocalPath.of(back).orElse(new LocalPath(Paths.profile(name))));
        } catch (ConstraintViolationException e) {
            throw new NotFoundException(e);
        }
    }

    /** Without a transaction: what is changed is one statement, and is kept as soon as that is done. */
    private Optional<Done> changedAtAGlance(String name, Function<Glance, Optional<Told>> verb) {
        try {
            return viewer.glance(name)
                    .flatMap(glance -> verb.apply(glance).map(told -> new Done(glance.other(), told)));
        } finally {
            pages.changed();
        }
    }

    private Done changedWhileHeld(String name, Consumer<Pair> verb) {
        return turns.transaction(patience -> {
            var pair = Pair.of(viewer.getUser(), name, patience)
                    .filter(found -> !found.relation().unreachable())
                    .orElseThrow(NotFoundException::new);
            verb.accept(pair);
            return new Done(pair.other(), Told.of(pair, Instant.now()));
        });
    }
}
