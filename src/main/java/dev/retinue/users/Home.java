package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.hibernate.query.Page;

/** The first page: what this is and who is here; for a member, the own circle too. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Home {

    private static final Page NEWEST = Page.first(12);

    record Welcome(List<Entry> newest) implements TemplateInstance {}

    record Mine(User user, FollowCounts counts, List<Entry> newest) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance home() {
        var newest = viewer.entries(circle.newest(NEWEST));
        if (viewer.isAnonymous()) {
            return new Welcome(newest);
        }
        var mine = circle.counted(viewer.getUser().usernameKey).orElseThrow(NotFoundException::new);
        return new Mine(mine.user(), mine.counts(), newest);
    }
}
