package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
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
import org.jboss.resteasy.reactive.RestForm;

/** What the buttons beside a person do: they change what is between the two, and lead back to where they were, with a notice. */
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class FollowButtons {

    /** What a block would end, with its dates where there are any. */
    record Blocking(Seen seen, Optional<Instant> following, Optional<Instant> followedBy) implements TemplateInstance {}

    private static final int LONGEST_MUTE = 366;

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    Allowance allowance;

    @Inject
    Wishes wishes;

    @Inject
    PairChange change;

    @Inject
    PageCache pages;

    @POST
    @Path("follow")
    public Response follow(String name, @RestForm String back) {
        return change.atAGlance(
                name, back, glance -> glance.follow(wishes), this::follow, EventKind.FOLLOWED, EventKind.REQUESTED);
    }

    @POST
    @Path("unfollow")
    public Response unfollow(String name, @RestForm String back) {
        return change.atAGlance(name, back, glance -> glance.unfollow(wishes), Pair::unfollow, EventKind.UNFOLLOWED);
    }

    @POST
    @Path("private")
    public Response followPrivately(String name, @RestForm String back) {
        try {
            return change.whileHeld(name, back, Pair::followPrivately);
        } finally {
            pages.forget();
        }
    }

    @POST
    @Path("public")
    public Response followOpenly(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::followOpenly);
    }

    @POST
    @Path("withdraw")
    public Response withdraw(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::withdraw, EventKind.WITHDRAWN);
    }

    @POST
    @Path("accept")
    public Response accept(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::accept);
    }

    @POST
    @Path("decline")
    public Response decline(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::decline);
    }

    @POST
    @Path("reconsider")
    public Response reconsider(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::reconsider);
    }

    @POST
    @Path("remove-follower")
    public Response removeFollower(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::removeFollower, EventKind.REMOVED);
    }

    @GET
    @Path("block")
    public TemplateInstance block(String name) {
        var seen = sights.see(name);
        if (seen.self()) {
            throw new NotFoundException();
        }
        var user = viewer.getUser();
        return new Blocking(seen, Follow.since(user, seen.user()), Follow.since(seen.user(), user));
    }

    @POST
    @Path("block")
    public Response block(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::block, EventKind.BLOCKED);
    }

    @POST
    @Path("unblock")
    public Response unblock(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::unblock, EventKind.UNBLOCKED);
    }

    @POST
    @Path("restore")
    public Response restore(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::restore, EventKind.UNBLOCKED);
    }

    /** For so many days; without a number, until it is undone. */
    @POST
    @Path("mute")
    public Response mute(String name, @RestForm String back, @RestForm int days) {
        var until = days <= 0 ? null : Instant.now().plus(Duration.ofDays(Math.min(days, LONGEST_MUTE)));
        return change.whileHeld(name, back, pair -> pair.mute(until), EventKind.MUTED);
    }

    @POST
    @Path("unmute")
    public Response unmute(String name, @RestForm String back) {
        return change.whileHeld(name, back, Pair::unmute, EventKind.UNMUTED);
    }

    @POST
    @Path("undo")
    public Response undo(String name, @RestForm String back, @RestForm long event) {
        return change.whileHeld(name, back, pair -> pair.undo(event));
    }

    private void follow(Pair pair) {
        allowance.admit(pair);
        pair.follow();
    }
}
