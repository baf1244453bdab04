package dev.retinue.accounts;

import dev.retinue.users.Paths;
import dev.retinue.users.User;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is logged in, by an encrypted cookie that names the user. It lasts 30 days from the last visit, and any instance
 * that shares {@code retinue.session-key} reads it.
 */
@ApplicationScoped
public class Sessions implements HttpAuthenticationMechanism {

    private static final String COOKIE = "retinue";

    /** Says that htmx asks, which would take a page that it is redirected to for a part of its own. */
    private static final String BY_SCRIPT = "HX-Request";

    private static final Duration LIFETIME = Duration.ofDays(30);

    private static final Duration RENEWAL = Duration.ofDays(1);

    private final PersistentLoginManager cookies;

    Sessions(@ConfigProperty(name = "retinue.session-key") String key) {
        cookies = new PersistentLoginManager(
                key,
                COOKIE,
                LIFETIME.toMillis(),
                RENEWAL.toMillis(),
                true,
                CookieSameSite.LAX.name(),
                "/",
                LIFETIME.toSeconds(),
                null);
    }

    /** Logs the user in on the browser that is asking. */
    void begin(User user, RoutingContext context) {
        cookies.save(user.id.toString(), context, COOKIE, null, isSecure(context));
    }

    /** Logs out whoever is asking. */
    void end(RoutingContext context) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE, "")
                        .setMaxAge(0)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(isSecure(context))
                        .setSameSite(CookieSameSite.LAX));
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var session = cookies.restore(context);
        if (session == null) {
            return Uni.createFrom().nullItem();
        }
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return identities
                .authenticate(new SessionIdentity.Request(Long.parseLong(session.getPrincipal())))
                .invoke(() -> cookies.save(session.getPrincipal(), context, COOKIE, session, isSecure(context)))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> {
                    end(context);
                    return Uni.createFrom().nullItem();
                });
    }

    /** Strangers who ask for what members may are led to the log-in, and from there back to the page they were on. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var request = context.request();
        var page = request.method().equals(HttpMethod.GET) ? request.uri() : before(request);
        return Uni.createFrom()
                .item(
                        request.headers().contains(BY_SCRIPT)
                                ? new ChallengeData(401, "HX-Redirect", Paths.logIn(page))
                                : new ChallengeData(303, "Location", Paths.logIn(page)));
    }

    /** The page on which a button was pressed, or else whom it is about. */
    private static String before(HttpServerRequest request) {
        var page = request.getHeader(HttpHeaders.REFERER);
        var site = request.scheme() + "://" + request.authority();
        return page != null && page.startsWith(site + "/")
                ? page.substring(site.length())
                : request.path().replaceFirst("/[^/]*$", "");
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionIdentity.Request.class);
    }

    private static boolean isSecure(RoutingContext context) {
        return context.request().isSSL();
    }
}
