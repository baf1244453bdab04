package dev.retinue.accounts;

import dev.retinue.users.Passwords;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import dev.retinue.users.Viewer;
import dev.retinue.users.WellFormedUsername;
import dev.retinue.web.Html;
import dev.retinue.web.Later;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import dev.retinue.web.SecurityLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
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
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** How one becomes a member. */
@Path("/signup")
@Produces(MediaType.TEXT_HTML)
public class SignUps {

    record Form(
            @RestForm @WellFormedUsername String username,
            @RestForm String password,
            @RestForm @EmailAddress String email,
            @RestForm String back) {

        Form {
            username = Objects.requireNonNullElse(username, "");
            password = Objects.requireNonNullElse(password, "");
            email = Objects.requireNonNullElse(email, "").strip();
            back = Objects.requireNonNullElse(back, "");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Form of " + username;
        }
    }

    record New(Form form, Problems problems) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Attempts attempts;

    @Inject
    Sessions sessions;

    @Inject
    RoutingContext context;

    @GET
    public Response blank(@RestQuery @DefaultValue("") String back) {
        return viewer.isAnonymous()
                ? Html.of(new New(new Form("", "", "", back), Problems.none()))
                : LocalPath.orHome(back).redirect();
    }

    @POST
    public Response create(@BeanParam Form form) {
        var problems =
                Problems.in(form, validator).and("password", Passwords.objection(form.password(), form.username()));
        if (problems.any()) {
            return Html.formAgain(new New(form, problems));
        }
        try {
            attempts.signUp(context).take();
        } catch (Later e) {
            SecurityLog.note("too many sign-ups", "", context);
            return Html.later(e, new New(form, Problems.of("username", e.getMessage())));
        }
        return QuarkusTransaction.requiringNew().call(() -> member(form));
    }

    private Response member(Form form) {
        return User.create(Username.of(form.username()), form.password())
                .map(user -> begin(user, form))
                .orElseGet(() -> Html.formAgain(new New(form, taken(form))));
    }

    private Response begin(User user, Form form) {
        user.setEmail(form.email());
        sessions.begin(user, context);
        SecurityLog.note("signed up", user.username, context);
        return LocalPath.orHome(form.back()).redirect();
    }

    private static Problems taken(Form form) {
        return Problems.of("username", "The username " + form.username().strip() + " is taken. Choose another.");
    }
}
