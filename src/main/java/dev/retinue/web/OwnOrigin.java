package dev.retinue.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Refuses what another site makes a browser send here, log-in included: whatever changes something comes from a page of
 * this site. Sec-Fetch-Site decides, else Origin; a request with neither comes from no browser of today, and so carries
 * nobody's cookies (Fetch Metadata Request Headers, W3C; RFC 6454).
 */
@ApplicationScoped
public class OwnOrigin {

    private static final int BEFORE_EVERYTHING = 1000;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (SAFE.contains(request.method()) || isOwn(request)) {
            context.next();
        } else {
            Failures.end(context, 403);
        }
    }

    /** The scheme does not count: behind a proxy that ends https and does not say so, ours is not known. */
    private static boolean isOwn(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || origin.replaceFirst("^https?://", "").equals(String.valueOf(request.authority()));
    }
}
