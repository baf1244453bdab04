package dev.retinue.history;

import dev.retinue.users.Circle;
import dev.retinue.users.Paths;
import dev.retinue.users.RequestLists;
import dev.retinue.users.User;
import dev.retinue.web.Here;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** A member's own events, for a feed reader that knows the address. */
@Path("/feeds")
public class Feeds {

    @Inject
    Circle circle;

    @Inject
    RequestLists requests;

    @Inject
    Here here;

    @GET
    @Path("{secret}.atom")
    public Response own(String secret) {
        var user = Feed.at(secret)
                .map(feed -> User.<User>findById(feed.userId))
                .filter(found -> !found.isHidden())
                .orElseThrow(NotFoundException::new);
        var news = new News(here.getSite(), circle);
        return new Atom(
                        news.tag("member-" + user.id),
                        "What happens to " + user.username,
                        here.getSite() + Paths.feed(secret),
                        here.getSite() + Paths.HISTORY,
                        user.createdAt,
                        news.of(user, requests))
                .answer("private, no-store");
    }
}
