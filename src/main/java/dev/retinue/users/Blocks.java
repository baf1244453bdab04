package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;

/** Whom the viewer blocks. */
@Path(SettingsPaths.BLOCKED)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Blocks {

    /** @param restorable since when a block must be for what it ended to be restored */
    record Blocked(Slice<Circle.Row> slice, Instant restorable) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance blocked(@RestQuery String before) {
        var rows = circle.blocked(viewer.id(), ListKey.before(before));
        return new Blocked(Slice.of(rows), Instant.now().minus(Block.RESTORABLE));
    }
}
