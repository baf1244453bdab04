package dev.retinue.history;

import dev.retinue.users.Notice;
import dev.retinue.users.Paths;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.Here;
import dev.retinue.web.LocalPath;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where a member's feeds are. */
@Path(SettingsPaths.FEEDS)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class FeedSettings {

    /**
     * @param own the address of the own feed; empty where there is none
     * @param shown the address of what everyone may see
     */
    record Edit(User user, String own, String shown) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Here here;

    @GET
    public TemplateInstance edit() {
        var user = viewer.getUser();
        var own = Feed.of(user.id)
                .map(feed -> here.getSite() + Paths.feed(feed.secret))
                .orElse("");
        return new Edit(user, own, here.getSite() + Paths.feedPath(user));
    }

    @POST
    @Path("renew")
    public Response renew() {
        QuarkusTransaction.requiringNew().run(() -> Feed.renew(viewer.id()));
        return saved();
    }

    @POST
    @Path("end")
    public Response end() {
        QuarkusTransaction.requiringNew().run(() -> Feed.end(viewer.id()));
        return saved();
    }

    private Response saved() {
        return notice.lead(new LocalPath(SettingsPaths.FEEDS), Sentence.SAVED);
    }
}
