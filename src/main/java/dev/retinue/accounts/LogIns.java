package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.PasswordHash;
import dev.retinue.users.Sentence;
import dev.retinue.users.Turns;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.Later;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import dev.retinue.web.SecurityLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Logging in, and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class LogIns {

    record Form(
            @RestForm String username,
            @RestForm String password,
            @RestForm String back) {

        Form {
            username = Username.unsigned(Objects.requireNonNullElse(username, ""));
            password = Objects.requireNonNullElse(password, "");
            back = Objects.requireNonNullElse(back, "");
        }

        /** Without the password; and a password may stand where the username should. */
        @Override
        public String toString() {
            return "Form";
        }
    }

    record New(Form form, Problems problems) implements TemplateInstance {}

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    Attempts attempts;

    @Inject
    Sessions sessions;

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Turns turns;

    @Inject
    RoutingContext context;

    @GET
    @Path("login")
    public Response blank(@RestQuery @DefaultValue("") String back) {
        return viewer.isAnonymous()
                ? Html.of(new New(new Form("", "", back), Problems.none()))
                : LocalPath.orHome(back).redirect();
    }

    @POST
    @Path("login")
    public Response create(@BeanParam Form form) {
        var named = User.named(form.username());
        var attempt = attempts.logIn(form.username(), named, context);
        try {
            attempt.take();
        } catch (Later e) {
            note("too many log-ins", named);
            return Html.later(e, again(form, e.getMessage()));
        }
        return create(form, named, attempt);
    }

    private Response create(Form form, Optional<User> named, Attempt attempt) {
        var user = attempt.trying(() -> doorkeeper.admit(form.username(), form.password(), named));
        if (user.isEmpty()) {
            note("log-in failed", named);
        }
        if (user.filter(User::isSuspended).isPresent()) {
            note("log-in of a suspended member", user);
            return Html.formAgain(again(form, "This account is suspended. Whoever runs this site can tell you more."));
        }
        return user.filter(this::isHere)
                .flatMap(found -> begun(found, form).or(() -> begunAnew(form)))
                .map(found -> welcome(found, form))
                .orElseGet(() -> Html.formAgain(again(form, "No member has this username and password.")));
    }

    @POST
    @Path("logout")
    public Response end() {
        SecurityLog.note("logged out", viewer.isAnonymous() ? "" : viewer.getUser().username, context);
        sessions.end(context);
        return LocalPath.HOME.redirect();
    }

    /** Not where the password was changed since it was looked at: that has ended all sessions, and this would be one more. */
    private Optional<User> begun(User user, Form form) {
        var hash = user.password().isOutdated() ? PasswordHash.of(form.password()) : null;
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!user.password().hold()) {
                return Optional.empty();
            }
            if (hash != null) {
                user.setPasswordHash(hash);
            }
            sessions.begin(user, context);
            return Optional.of(user);
        });
    }

    /** Where it was only hashed anew, by a log-in beside this one, it is as right as before. */
    private Optional<User> begunAnew(Form form) {
        var named = QuarkusTransaction.requiringNew().call(() -> User.named(form.username()));
        var begun = doorkeeper
                .admit(form.username(), form.password(), named)
                .filter(user -> !user.isHidden())
                .flatMap(user -> begun(user, form));
        if (begun.isEmpty()) {
            note("log-in failed", named);
        }
        return begun;
    }

    private Response welcome(User user, Form form) {
        note("logged in", Optional.of(user));
        KnownDevice.of(user).send(context);
        var there = LocalPath.orHome(form.back());
        return user.isHidden()
                ? notice.lead(there, user.leavesAt == null ? Sentence.BACK : Sentence.BACK_IN_TIME)
                : there.redirect();
    }

    /** Back, where the user was away; as long as that is not too late. */
    private boolean isHere(User user) {
        return !user.isHidden() || turns.transaction(user::comeBack);
    }

    private void note(String event, Optional<User> user) {
        SecurityLog.note(event, user.map(found -> found.username).orElse(""), context);
    }

    private static New again(Form form, String problem) {
        return new New(form, Problems.of("password", problem));
    }
}
