package dev.retinue.accounts;

import dev.retinue.users.PasswordHash;
import dev.retinue.users.Paths;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import dev.retinue.web.Html;
import dev.retinue.web.Later;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
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
            username = Objects.requireNonNullElse(username, "");
            password = Objects.requireNonNullElse(password, "");
            back = Objects.requireNonNullElse(back, "");
        }
    }

    /** @param left how the account was left, where that is why one is here: deactivated or deleted */
    record New(Form form, Problems problems, String left) implements TemplateInstance {}

    @Inject
    IdentityProviderManager identities;

    @Inject
    Attempts attempts;

    @Inject
    Sessions sessions;

    @Inject
    RoutingContext context;

    @GET
    @Path("login")
    public TemplateInstance blank(@RestQuery @DefaultValue("") String back, @RestQuery @DefaultValue("") String left) {
        return new New(new Form("", "", back), Problems.none(), left);
    }

    @POST
    @Path("login")
    public Response create(@BeanParam Form form) {
        var named = User.named(form.username());
        var attempt = attempts.logIn(form.username(), named, context);
        try {
            attempt.take();
        } catch (Later e) {
            return Html.formLater(again(form, e.getMessage()), e);
        }
        return create(form, named, attempt);
    }

    private Response create(Form form, Optional<User> named, Attempt attempt) {
        var user = authenticated(form, named);
        if (user.isPresent()) {
            attempt.giveBack();
        }
        if (user.filter(User::isSuspended).isPresent()) {
            return Html.formAgain(again(form, "This account is suspended. Whoever runs this site can tell you more."));
        }
        return user.filter(LogIns::isHere)
                .map(found -> begin(found, form))
                .orElseGet(() -> Html.formAgain(again(form, "No member has this username and password.")));
    }

    @POST
    @Path("logout")
    public Response end() {
        sessions.end(context);
        return LocalPath.HOME.redirect();
    }

    private Response begin(User user, Form form) {
        if (user.isPasswordOutdated()) {
            QuarkusTransaction.requiringNew().run(() -> user.setPassword(form.password()));
        }
        sessions.begin(user, context);
        KnownDevice.of(user).send(context);
        return user.isHidden()
                ? new LocalPath(Paths.returned(user.leavesAt == null ? "deactivated" : "deleted")).redirect()
                : LocalPath.of(form.back()).orElse(LocalPath.HOME).redirect();
    }

    /** The user whose name and password these are. That it takes its time tells nobody whether there is somebody of that name. */
    private Optional<User> authenticated(Form form, Optional<User> user) {
        var known = PasswordHash.inTurn(() -> isKnown(form));
        if (user.isEmpty()) {
            PasswordHash.matchNobodys(form.password());
        }
        return user.filter(found -> known);
    }

    private boolean isKnown(Form form) {
        var password =
                new PasswordCredential(PasswordHash.readable(form.password()).toCharArray());
        try {
            identities.authenticateBlocking(
                    new UsernamePasswordAuthenticationRequest(Username.key(form.username()), password));
            return true;
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    /** Back, where the user was away; as long as that is not too late. */
    private static boolean isHere(User user) {
        return !user.isHidden() || QuarkusTransaction.requiringNew().call(user::comeBack);
    }

    private static New again(Form form, String problem) {
        return new New(form, Problems.of("password", problem), "");
    }
}
