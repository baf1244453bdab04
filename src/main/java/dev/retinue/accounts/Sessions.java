package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.Paths;
import dev.retinue.users.Sentence;
import dev.retinue.users.User;
import dev.retinue.users.Whom;
import dev.retinue.web.LocalPath;
import dev.retinue.web.SecurityLog;
import dev.retinue.web.SiteCookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;

/** Who is logged in, by a cookie with the token of a {@link Session}. */
@ApplicationScoped
public class Sessions implements HttpAuthenticationMechanism {

    private static final SiteCookie COOKIE = new SiteCookie("retinue", SiteCookie.EVERYWHERE);

    /** Says that htmx asks, which would take a page that it is redirected to for a part of its own. */
    private static final String BY_SCRIPT = "HX-Request";

    @Inject
    Notice notice;

    /** Logs the user in on the browser that is asking, and out whoever was there. */
    void begin(User user, RoutingContext context) {
        var token = QuarkusTransaction.joiningExisting().call(() -> {
            COOKIE.in(context).ifPresent(Session::endWith);
            return Session.begin(user, device(context));
        });
        COOKIE.set(token, Session.IDLE, context);
    }

    /** Logs out whoever is asking. */
    void end(RoutingContext context) {
        QuarkusTransaction.joiningExisting().run(() -> COOKIE.in(context).ifPresent(Session::endWith));
        COOKIE.end(context);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var token = COOKIE.in(context);
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SessionIdentity.Request(token.get(), Whom.of(context.normalizedPath())))
                .invoke(identity -> keep(token.get(), identity, context))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> {
                    COOKIE.end(context);
                    return Uni.createFrom().nullItem();
                });
    }

    private static void keep(String token, SecurityIdentity identity, RoutingContext context) {
        if (identity.<Boolean>getAttribute(SessionIdentity.NOTED)) {
            COOKIE.set(token, Session.IDLE, context);
        }
    }

    private static String device(RoutingContext context) {
        return Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.USER_AGENT), "");
    }

    /** Strangers who ask for what members may are led to the log-in, and from there back to the page they were on. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var request = context.request();
        SecurityLog.note("log-in needed", "", context);
        var reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            notice.say(Sentence.NOT_DONE);
        }
        var page = reads ? request.uri() : LocalPath.before(request).value();
        return Uni.createFrom()
                .item(
                        request.headers().contains(BY_SCRIPT)
                                ? new ChallengeData(401, "HX-Redirect", Paths.logIn(page))
                                : new ChallengeData(303, "Location", Paths.logIn(page)));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionIdentity.Request.class);
    }
}
