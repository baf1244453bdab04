package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hibernate.query.Page;

/** The first page: what this is and who is here; for a member, the own circle too. */
@Path("/")
public class Home {

    private static final Page NEWEST = Page.first(12);

    record Welcome(List<Entry> newest) implements TemplateInstance {}

    record Mine(Circle.Member member, List<Entry> newest) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance home() {
        var newest = viewer.entries(circle.newest(NEWEST));
        return viewer.isAnonymous() ? new Welcome(newest) : new Mine(mine(), newest);
    }

    private Circle.Member mine() {
        return circle.member(viewer.getUser().usernameKey).orElseThrow();
    }
}
