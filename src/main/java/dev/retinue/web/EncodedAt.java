package dev.retinue.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes {@code /%40name} for {@code /@name}: some clients encode what they need not. */
@ApplicationScoped
public class EncodedAt {

    private static final int BEFORE_ROUTING = 900;

    private static final String ENCODED = "/%40";

    void register(@Observes Filters filters) {
        filters.register(this::reroute, BEFORE_ROUTING);
    }

    private void reroute(RoutingContext context) {
        var uri = context.request().uri();
        if (uri.startsWith(ENCODED)) {
            context.reroute("/@" + uri.substring(ENCODED.length()));
        } else {
            context.next();
        }
    }
}
