package dev.retinue.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Where it cannot be told who asks, that fails like anything else. Quarkus has handlers of its own for it; the one of its resources
 * brings together the templates of all addresses at each request, for metrics that know them anyway.
 */
@ApplicationScoped
class IdentityFailures {

    /** Quarkus puts its handler there with the same priority, but before, and that of the resources with the next. */
    private static final int AFTER_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> FAIL = IdentityFailures::fail;

    void register(@Observes Filters filters) {
        filters.register(IdentityFailures::handle, AFTER_AUTHENTICATION);
    }

    private static void handle(RoutingContext context) {
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
        context.next();
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (!context.failed()) {
            context.fail(failure);
        }
    }
}
