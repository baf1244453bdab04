package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.PasswordHash;
import dev.retinue.users.Passwords;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
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
import org.jboss.resteasy.reactive.RestForm;

/** How a member takes another password, which ends the log-ins on all other browsers. */
@Path(SettingsPaths.PASSWORD)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class PasswordSettings {

    record Edit(User user, Problems problems) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Attempts attempts;

    @Inject
    SecurityIdentity identity;

    @Inject
    RoutingContext context;

    @GET
    public TemplateInstance edit() {
        return new Edit(viewer.getUser(), Problems.none());
    }

    @POST
    public Response update(@RestForm @DefaultValue("") String current, @RestForm @DefaultValue("") String password) {
        var user = viewer.getUser();
        var problems = Problems.none()
                .and("current", attempts.objection(user, current, context))
                .and("password", Passwords.objection(password, user.username));
        if (problems.any()) {
            return Html.formAgain(new Edit(user, problems));
        }
        if (!changed(user, PasswordHash.of(password)) && !isDone(user, password)) {
            return Html.formAgain(new Edit(user, Problems.of("current", Attempts.WRONG)));
        }
        SecurityLog.note("password changed", user.username, context);
        return notice.lead(new LocalPath(SettingsPaths.PASSWORD), Sentence.PASSWORD_SAVED);
    }

    /** Whether the same form, sent twice, has changed it already; not where the member is gone. */
    private boolean isDone(User user, String password) {
        var now = QuarkusTransaction.requiringNew().call(() -> User.<User>findById(user.id));
        return now != null && attempts.objection(now, password, context).isEmpty();
    }

    /** Not where it was changed since it was looked at: then that is the one that counts. */
    private boolean changed(User user, String hash) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var same = user.password().hold();
            if (same) {
                user.setPasswordHash(hash);
                Session.endOthers(user, identity.getAttribute(SessionIdentity.ID));
            }
            return same;
        });
    }
}
