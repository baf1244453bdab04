package dev.retinue.accounts;

import dev.retinue.users.FollowCounts;
import dev.retinue.users.Notice;
import dev.retinue.users.Paths;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.Turns;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import dev.retinue.web.SecurityLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;

/** How a member is reached, and leaves, for a while or for good. */
@Path(SettingsPaths.ACCOUNT)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class AccountSettings {

    record Form(@RestForm @EmailAddress String email) {

        Form {
            email = Objects.requireNonNullElse(email, "").strip();
        }
    }

    /** @param grace for so many days after the deletion one can come back */
    record Account(Form form, Problems problems, long grace) implements TemplateInstance {}

    /** What goes with the account, and when. */
    record Delete(User user, FollowCounts counts, Instant when, Problems problems) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Turns turns;

    @Inject
    Attempts attempts;

    @Inject
    Sessions sessions;

    @Inject
    Validator validator;

    @Inject
    RoutingContext context;

    @GET
    public TemplateInstance account() {
        return account(new Form(viewer.getUser().email), Problems.none());
    }

    @POST
    @Path("email")
    public Response email(@BeanParam Form form) {
        var problems = Problems.in(form, validator);
        if (problems.any()) {
            return Html.formAgain(account(form, problems));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> User.<User>findById(viewer.id()).setEmail(form.email()));
        return notice.lead(new LocalPath(SettingsPaths.ACCOUNT), Sentence.SAVED);
    }

    @POST
    @Path("deactivate")
    public Response deactivate() {
        return left("account deactivated", User::deactivate, Sentence.DEACTIVATED);
    }

    @GET
    @Path("delete")
    public TemplateInstance delete() {
        return delete(Problems.none());
    }

    @POST
    @Path("delete")
    public Response delete(@RestForm @DefaultValue("") String password) {
        var problems = Problems.none().and("password", attempts.objection(viewer.getUser(), password, context));
        return problems.any() ? Html.formAgain(delete(problems)) : left("account deleted", User::leave, Sentence.LEFT);
    }

    private static Account account(Form form, Problems problems) {
        return new Account(form, problems, User.GRACE.toDays());
    }

    private Delete delete(Problems problems) {
        var user = viewer.getUser();
        return new Delete(user, FollowCounts.of(user), Instant.now().plus(User.GRACE), problems);
    }

    private Response left(String event, Consumer<User> leaving, Sentence farewell) {
        turns.run(() -> {
            leaving.accept(viewer.getUser());
            Session.endAll(viewer.getUser());
        });
        sessions.end(context);
        SecurityLog.note(event, viewer.getUser().username, context);
        return notice.lead(new LocalPath(Paths.LOG_IN), farewell);
    }
}
