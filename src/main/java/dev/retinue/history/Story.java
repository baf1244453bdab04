package dev.retinue.history;

import dev.retinue.users.Acquaintances;
import dev.retinue.users.Paths;
import dev.retinue.users.Seen;
import dev.retinue.users.Sights;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** How the viewer and somebody know each other. */
@Path("/@{name}/history")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Story {

    /**
     * @param out when the viewer followed, the latest first
     * @param in when the other followed; nothing where they no longer do, since who left is not held up to anyone
     */
    record Ours(Seen seen, List<Span> out, List<Span> in, Acquaintances known) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @GET
    public Response ours(String name) {
        var sight = sights.meet(name);
        var seen = sight.seen();
        if (seen.self()) {
            return new LocalPath(Paths.HISTORY).redirect();
        }
        var other = seen.user().id;
        var in = seen.relation().followedBy() ? Span.all(other, viewer.id()) : List.<Span>of();
        return Html.of(new Ours(seen, Span.all(viewer.id(), other), in, sight.known()));
    }
}
