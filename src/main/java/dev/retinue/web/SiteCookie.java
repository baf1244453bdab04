package dev.retinue.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * A cookie that no script reads, and that comes with no form that another site posts. Behind https, its name begins with a word by which browsers
 * let no page without https set it and, where it is for all paths, no other site of the domain (RFC 6265bis, 4.1.3).
 *
 * @param path to which browsers send it
 */
public record SiteCookie(String name, String path) {

    public static final String EVERYWHERE = "/";

    /** Nothing where the browser has none, or an empty one. */
    public Optional<String> in(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(name(context)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    public void set(String value, Duration lifetime, RoutingContext context) {
        context.response()
                .addCookie(Cookie.cookie(name(context), value)
                        .setMaxAge(lifetime.toSeconds())
                        .setPath(path)
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }

    /** The browser forgets it. */
    public void end(RoutingContext context) {
        set("", Duration.ZERO, context);
    }

    private String name(RoutingContext context) {
        var word = path.equals(EVERYWHERE) ? "__Host-" : "__Secure-";
        return context.request().isSSL() ? word + name : name;
    }
}
