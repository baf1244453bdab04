package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.Viewer;
import dev.retinue.web.LocalPath;
import dev.retinue.web.SecurityLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** Where a member is logged in, and how that ends. */
@Path(SettingsPaths.SESSIONS)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class SessionSettings {

    /** @param here whether it is the browser that asks */
    record Place(String id, String device, boolean here, Instant since, Instant seen) {}

    record All(List<Place> places) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    SecurityIdentity identity;

    @Inject
    RoutingContext context;

    @GET
    public TemplateInstance all() {
        return new All(Session.of(viewer.getUser()).stream().map(this::place).toList());
    }

    @POST
    @Path("end")
    public Response end(@RestForm @DefaultValue("") String id) {
        boolean ended = QuarkusTransaction.requiringNew().call(() -> Session.end(viewer.getUser(), id));
        return ended ? ended("session ended") : lead(Sentence.UNCHANGED);
    }

    @POST
    @Path("end-others")
    public Response endOthers() {
        QuarkusTransaction.requiringNew().run(() -> Session.endOthers(viewer.getUser(), here()));
        return ended("other sessions ended");
    }

    private Place place(Session session) {
        return new Place(
                session.id,
                new Device(session.device).inWords(),
                session.id.equals(here()),
                session.createdAt,
                session.seenAt);
    }

    private String here() {
        return identity.getAttribute(SessionIdentity.ID);
    }

    private Response ended(String event) {
        SecurityLog.note(event, viewer.getUser().username, context);
        return lead(Sentence.LOGGED_OUT_THERE);
    }

    private Response lead(Sentence sentence) {
        return notice.lead(new LocalPath(SettingsPaths.SESSIONS), sentence);
    }
}
