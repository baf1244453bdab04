package dev.retinue.web;

import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooLongFormFieldException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Answers with a page whatever fails before or beside the resources, and logs once what only a bug can cause. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private static final String FORM_READER = ".FormBodyHandler";

    static final int TOO_LARGE = 413;

    private static final int UNAVAILABLE = 503;

    private static final int AFTER_ALL_THAT_TRIES_AGAIN = Integer.MIN_VALUE + 1;

    @Inject
    PageCache pages;

    void register(@Observes Router router) {
        router.route().order(AFTER_ALL_THAT_TRIES_AGAIN).failureHandler(this::answer);
    }

    /** Ends the request with the page of that status. */
    static void end(RoutingContext context, int status) {
        var page = status == TOO_LARGE
                ? Errors.page(status).leadingTo(LocalPath.before(context.request()))
                : Errors.page(status);
        if (status == UNAVAILABLE) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Busy.SECONDS));
        }
        context.response()
                .setStatusCode(page.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Html.TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(page.render());
    }

    private void answer(RoutingContext context) {
        var status = status(context);
        log(status, context);
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            context.request().connection().close();
        } else {
            answer(context, status);
        }
    }

    /** While the database is away, a visitor is shown a page as it was before. */
    private void answer(RoutingContext context, int status) {
        var page = status == UNAVAILABLE ? pages.kept(context.request()) : Optional.<KeptPage>empty();
        page.ifPresentOrElse(before -> before.send(context), () -> end(context, status));
    }

    private static void log(int status, RoutingContext context) {
        var failure = context.failure();
        if (status == UNAVAILABLE) {
            LOG.warnf("%s %s has to wait: %s", context.request().method(), SecurityLog.path(context), failure);
        } else if (status >= 500) {
            LOG.errorf(failure, "%s %s failed", context.request().method(), SecurityLog.path(context));
        }
    }

    private static int status(RoutingContext context) {
        var failure = context.failure();
        if (context.statusCode() == 400 && isTooLong(failure)) {
            return TOO_LARGE;
        }
        if (context.statusCode() >= 400 && context.statusCode() != 500) {
            return context.statusCode();
        }
        if (DatabaseProblem.isForAWhile(failure)) {
            return UNAVAILABLE;
        }
        return failure instanceof VertxException || failedInForm(failure) || DatabaseProblem.isUnreadable(failure)
                ? 400
                : 500;
    }

    /** So say Vert.x of a form with too many fields, and Netty, in general terms, of one with a field that is too long. */
    private static boolean isTooLong(Throwable failure) {
        return failure instanceof TooManyFormFieldsException
                || failure instanceof TooLongFormFieldException
                || failure instanceof IOException;
    }

    /** A form that cannot be read, or never came whole, is its sender's doing; what it says may be secret. */
    private static boolean failedInForm(Throwable failure) {
        return failure != null
                && (Stream.of(failure.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().endsWith(FORM_READER))
                        || failedInForm(failure.getCause()));
    }
}
