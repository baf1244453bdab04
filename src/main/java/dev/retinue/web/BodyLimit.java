package dev.retinue.web;

import io.quarkus.runtime.configuration.MemorySize;
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
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > of(context)) {
            refuse(context, Long.parseLong(length));
        } else {
            context.next();
        }
    }

    /** A browser shows the page only after it could send everything; from whoever means harm it is not taken. */
    private void refuse(RoutingContext context, long length) {
        if (length > PATIENCE * most.asLongValue()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Failures.end(context, Failures.TOO_LARGE);
        } else {
            context.request()
                    .handler(ignored -> {})
                    .endHandler(sent -> Failures.end(context, Failures.TOO_LARGE))
                    .resume();
        }
    }

    /** Of the form at that address. */
    long of(RoutingContext context) {
        return uploads.getOrDefault(context.normalizedPath(), usual).asLongValue();
    }

    boolean takesFile(RoutingContext context) {
        return uploads.containsKey(context.normalizedPath());
    }
}
