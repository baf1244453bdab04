package dev.retinue.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page that is being shown; templates know it as {@code inject:here}. */
@Named
@RequestScoped
public class Here {

    @Inject
    HttpServerRequest request;

    /** Path and query, for a form or a log-in that leads back here. */
    public String getAddress() {
        return request.method().equals(HttpMethod.GET) ? request.uri() : LocalPath.HOME.value();
    }

    /** Scheme and host as the visitor's browser knows them, for an address that is read elsewhere; whatever scheme a proxy names. */
    public String getSite() {
        return (request.isSSL() ? "https://" : "http://") + request.authority();
    }
}
