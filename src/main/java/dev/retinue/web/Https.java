package dev.retinue.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Tells browsers that came by https to come by nothing else (HTTP Strict Transport Security, RFC 6797). */
@ApplicationScoped
public class Https {

    private static final int BEFORE_EVERYTHING = 1001;

    private static final String TWO_YEARS = "max-age=" + Duration.ofDays(730).toSeconds();

    void register(@Observes Filters filters) {
        filters.register(this::tell, BEFORE_EVERYTHING);
    }

    private void tell(RoutingContext context) {
        if (context.request().isSSL()) {
            context.response().putHeader("Strict-Transport-Security", TWO_YEARS);
        }
        context.next();
    }
}
