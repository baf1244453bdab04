package dev.retinue.history;

import dev.retinue.users.Circle;
import dev.retinue.users.Paths;
import dev.retinue.users.Username;
import dev.retinue.web.Here;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What everyone may see of a user, for a feed reader: the same whoever asks. */
@Path("/@{name}/feed.atom")
public class ShownFeed {

    @Inject
    Circle circle;

    @Inject
    Here here;

    @GET
    public Response shown(String name) {
        var seen = circle.seen(Username.key(name))
                .filter(found -> found.followersShown() || found.followingShown())
                .orElseThrow(NotFoundException::new);
        var news = new News(here.getSite(), circle);
        var user = seen.user();
        return new Atom(
                        news.tag("user-" + user.id),
                        user.username,
                        here.getSite() + Paths.feedPath(user),
                        here.getSite() + Paths.path(user),
                        user.createdAt,
                        news.shown(seen))
                .answer("public, max-age=300");
    }
}
