package dev.retinue.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is announced as too long with a page; Quarkus, next in line, would send nothing to read. Only the
 * forms that take a file have a limit of their own, up to that of Quarkus; all others have the same.
 */
@ApplicationScoped
public class BodyLimit {

    private static final int AFTER_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    /** As many times the most that is taken are read and thrown away. */
    private static final int PATIENCE = 10;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize most;

    @ConfigProperty(name = "retinue.form-limit")
    MemorySize usual;

    /** By address of the form. */
    @ConfigProperty(name = "retinue.upload-limits")
    Map<String, MemorySize> uploads;

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
        router.route().order(AFTER_QUARKUS).handler(this::watch);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit(context)) {
            refuse(context, Long.parseLong(length));
        } else {
            context.next();
        }
    }

    /** A browser shows the page only after it could send everything; from whoever means harm it is not taken. */
    private void refuse(RoutingContext context, long length) {
        if (length > PATIENCE * most.asLongValue()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Failures.end(context, 413);
        } else {
            context.request()
                    .handler(ignored -> {})
                    .endHandler(sent -> Failures.end(context, 413))
                    .resume();
        }
    }

    /** A body that announces no length is counted while it is read. */
    private void watch(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context));
        context.next();
    }

    private long limit(RoutingContext context) {
        return uploads.getOrDefault(context.normalizedPath(), usual).asLongValue();
    }
}
