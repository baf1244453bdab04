package dev.retinue.web;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads what is sent before a worker is taken for it: whoever sends slowly holds none. What is not there in time is refused, and
 * files are taken from members only.
 */
@ApplicationScoped
public class Bodies {

    /** Of Quarkus, which has it at -200. */
    private static final int AFTER_LOG_IN = -50;

    private static final Set<HttpMethod> WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String DEADLINE = Bodies.class.getName();

    @ConfigProperty(name = "retinue.body-time")
    Duration most;

    @Inject
    BodyLimit limit;

    @Inject
    IdentityProviderManager identities;

    @Inject
    Vertx vertx;

    private String directory;

    void register(@Observes Router router) throws IOException {
        var made = Files.createTempDirectory("retinue");
        made.toFile().deleteOnExit();
        directory = made.toString();
        router.route().order(AFTER_LOG_IN).handler(this::begin);
        router.route().order(AFTER_LOG_IN + 1).handler(this::end);
    }

    private void begin(RoutingContext context) {
        if (WITHOUT.contains(context.request().method())) {
            context.next();
        } else if (limit.takesFile(context)) {
            context.request().pause();
            QuarkusHttpUser.getSecurityIdentity(context, identities)
                    .subscribe()
                    .with(viewer -> readFrom(viewer, context), context::fail);
        } else {
            read(context);
        }
    }

    private void readFrom(SecurityIdentity viewer, RoutingContext context) {
        if (viewer.isAnonymous()) {
            context.next();
        } else {
            read(context);
        }
    }

    private void read(RoutingContext context) {
        context.put(DEADLINE, vertx.setTimer(most.toMillis(), late -> giveUp(context)));
        BodyHandler.create(directory)
                .setBodyLimit(limit.of(context))
                .setMergeFormAttributes(false)
                .setDeleteUploadedFilesOnEnd(true)
                .handle(context);
    }

    /** Where nothing came there is an empty body, or it would be waited for once more, by a worker. */
    private void end(RoutingContext context) {
        if (context.body().buffer() == null) {
            ((RoutingContextInternal) context).setBody(Buffer.buffer());
        }
        Long deadline = context.remove(DEADLINE);
        if (deadline != null) {
            vertx.cancelTimer(deadline);
        }
        context.next();
    }

    /** A request that was refused before all of it came never ends; where one has ended, the connection may be another's by now. */
    private static void giveUp(RoutingContext context) {
        if (context.response().ended()) {
            if (!context.request().isEnded()) {
                context.request().connection().close();
            }
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(answered -> context.request().connection().close());
            context.fail(408);
        }
    }
}
