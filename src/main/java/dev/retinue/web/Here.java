package dev.retinue.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** The page that is being shown; templates know it as {@code inject:here}. */
@Named
@RequestScoped
public class Here {

    private static final Set<HttpMethod> SHOWN = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Inject
    HttpServerRequest request;

    /** Path and query, for a form or a log-in that leads back here. */
    public String getAddress() {
        return SHOWN.contains(request.method()) ? request.uri() : LocalPath.HOME.value();
    }

    /** Likewise, to the row of somebody in a list there. */
    public String row(long id) {
        return getAddress() + "#u" + id;
    }

    /** Scheme and host as the visitor's browser knows them, for an address that is read elsewhere; whatever scheme a proxy names. */
    public String getSite() {
        return (request.isSSL() ? "https://" : "http://") + request.authority();
    }
}
