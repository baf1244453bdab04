package dev.retinue.history;

import dev.retinue.users.Paths;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.Here;
import dev.retinue.web.LocalPath;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a member's feeds are. */
@Path(SettingsPaths.FEEDS)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class FeedSettings {

    /**
     * @param own the address of the own feed; empty where there is none
     * @param shown the address of what everyone may see
     */
    record Edit(User user, String own, String shown, boolean saved) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Here here;

    @GET
    public TemplateInstance edit(@RestQuery String saved) {
        var user = viewer.getUser();
        var own = Feed.of(user.id)
                .map(feed -> here.getSite() + Paths.feed(feed.secret))
                .orElse("");
        return new Edit(user, own, here.getSite() + Paths.feedPath(user), saved != null);
    }

    @POST
    @Path("renew")
    @Transactional
    public Response renew() {
        Feed.renew(viewer.id());
        return saved();
    }

    @POST
    @Path("end")
    @Transactional
    public Response end() {
        Feed.end(viewer.id());
        return saved();
    }

    private static Response saved() {
        return new LocalPath(SettingsPaths.FEEDS + SettingsPaths.SAVED).redirect();
    }
}
