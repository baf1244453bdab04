package dev.retinue.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Answers with a page whatever fails before or beside the resources, and logs once what only a bug can cause. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private static final String FORM_READER = ".FormBodyHandler";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    /** Ends the request with the page of that status. */
    static void end(RoutingContext context, int status) {
        var page = Errors.page(status);
        context.response()
                .setStatusCode(page.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Html.TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(page.render());
    }

    private void answer(RoutingContext context) {
        var status = status(context);
        if (status >= 500) {
            LOG.errorf(context.failure(), "%s %s failed", context.request().method(), SecurityLog.path(context));
        }
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            context.request().connection().close();
        } else {
            end(context, status);
        }
    }

    private static int status(RoutingContext context) {
        if (context.statusCode() >= 400 && context.statusCode() != 500) {
            return context.statusCode();
        }
        return failedInForm(context.failure()) ? 400 : 500;
    }

    /** A form that cannot be read, or never came whole, is its sender's doing; what it says may be secret. */
    private static boolean failedInForm(Throwable failure) {
        return failure != null
                && (Stream.of(failure.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().endsWith(FORM_READER))
                        || failedInForm(failure.getCause()));
    }
}
