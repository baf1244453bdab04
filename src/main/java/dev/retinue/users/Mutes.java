package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** Whom the viewer mutes. */
@Path(SettingsPaths.MUTED)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Mutes {

    record Muted(Slice<Circle.Silence> slice) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance muted(@RestQuery String before) {
        return new Muted(Slice.of(circle.muted(viewer.id(), ListKey.before(before))));
    }
}
