package dev.retinue.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Answers with a page whatever fails before or beside the resources, and logs once what only a bug can cause. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    /** Ends the request with the page of that status. */
    static void end(RoutingContext context, int status) {
        var page = Errors.page(status);
        context.response()
                .setStatusCode(page.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Html.TYPE)
                .end(page.render());
    }

    private void answer(RoutingContext context) {
        var status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status >= 500) {
            LOG.errorf(
                    context.failure(),
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        if (context.response().headWritten()) {
            context.request().connection().close();
        } else {
            end(context, status);
        }
    }
}
