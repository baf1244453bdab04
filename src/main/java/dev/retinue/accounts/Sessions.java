package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.Paths;
import dev.retinue.users.Sentence;
import dev.retinue.users.User;
import dev.retinue.users.Whom;
import dev.retinue.web.LocalPath;
import dev.retinue.web.SecurityLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who is logged in, by a cookie with the token of a {@link Session}. */
@ApplicationScoped
public class Sessions implements HttpAuthenticationMechanism {

    private static final String COOKIE = "retinue";

    /** Behind https no other site of the domain can set it (RFC 6265bis, 4.1.3.2). */
    private static final String HTTPS_COOKIE = "__Host-" + COOKIE;

    /** Says that htmx asks, which would take a page that it is redirected to for a part of its own. */
    private static final String BY_SCRIPT = "HX-Request";

    @Inject
    Notice notice;

    /** Logs the user in on the browser that is asking, and out whoever was there. */
    void begin(User user, RoutingContext context) {
        var token = QuarkusTransaction.joiningExisting().call(() -> {
            token(context).ifPresent(Session::endWith);
            return Session.begin(user, device(context));
        });
        send(token, Session.IDLE, context);
    }

    /** Logs out whoever is asking. */
    void end(RoutingContext context) {
        QuarkusTransaction.joiningExisting().run(() -> token(context).ifPresent(Session::endWith));
        send("", Duration.ZERO, context);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var token = token(context);
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SessionIdentity.Request(token.get(), Whom.of(context.normalizedPath())))
                .invoke(identity -> keep(token.get(), identity, context))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> {
                    send("", Duration.ZERO, context);
                    return Uni.createFrom().nullItem();
                });
    }

    private static void keep(String token, SecurityIdentity identity, RoutingContext context) {
        if (identity.<Boolean>getAttribute(SessionIdentity.NOTED)) {
            send(token, Session.IDLE, context);
        }
    }

    private static Optional<String> token(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(cookie(context)))
                .map(Cookie::getValue)
                .filter(token -> !token.isEmpty());
    }

    private static void send(String token, Duration lifetime, RoutingContext context) {
        context.response()
                .addCookie(Cookie.cookie(cookie(context), token)
                        .setMaxAge(lifetime.toSeconds())
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }

    private static String cookie(RoutingContext context) {
        return context.request().isSSL() ? HTTPS_COOKIE : COOKIE;
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
