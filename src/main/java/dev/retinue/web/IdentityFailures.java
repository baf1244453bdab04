package dev.retinue.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Where it cannot be told who asks, the resources answer that like anything else that fails. Quarkus has a handler of its own for it, which they
 * take away when they begin; before that, they bring together the templates of all addresses at each request, for metrics that know
 * them anyway. So it is taken away before.
 */
@ApplicationScoped
class IdentityFailures {

    /** Quarkus puts its handler there with the same priority, but before, and the resources look at it with the next. */
    private static final int AFTER_AUTHENTICATION = 200;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    context.next();
                },
                AFTER_AUTHENTICATION);
    }
}
