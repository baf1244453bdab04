package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The first page: what this is and who is here; for a member, the own circle too. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Home {

    private static final int NEWEST = 12;

    record Welcome(List<Entry> newest) implements TemplateInstance {}

    /** @param waiting how many ask to follow the member */
    record Mine(Seen seen, List<Entry> newest, long waiting) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance home() {
        var newest = viewer.entries(circle.newest(viewer.id(), ListKey.NEWEST, NEWEST));
        if (viewer.isAnonymous()) {
            return new Welcome(newest);
        }
        var user = viewer.getUser();
        var waiting = user.isPrivate() ? FollowRequest.shown(user) : 0;
        return new Mine(sights.see(user.username), newest, waiting);
    }
}
