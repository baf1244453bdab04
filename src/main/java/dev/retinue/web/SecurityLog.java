package dev.retinue.web;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Who tried to get in, and what was refused: a line each, in a category of its own. It never says a password or a token, and of
 * a name that nobody has not even that: somebody may have typed a password there.
 */
@ApplicationScoped
public class SecurityLog {

    static final String CATEGORY = "dev.retinue.security";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private static final String NOBODY = "-";

    private static final int NOT_FOUND = 404;

    /** Broken, from another site, larger than anything here, too often. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 413, 429);

    /** What could end a line, or change how it looks: controls, marks of direction, separators. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\"\\\\]");

    /** As long as the secret in the address of a feed. */
    private static final Pattern SECRET = Pattern.compile("[\\w-]{32,}");

    /** Before everything else, because anything may refuse. */
    void register(@Observes @Priority(1) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            context.addHeadersEndHandler(answered -> noteRefusal(context));
            context.next();
        });
    }

    /** Of whoever is logged in. */
    public static void note(String event, RoutingContext context) {
        note(event, viewer(context), context);
    }

    /** @param who the username of a member; empty where it is nobody's */
    public static void note(String event, String who, RoutingContext context) {
        var request = context.request();
        var address = request.remoteAddress();
        LOG.info(line(
                event,
                who.isEmpty() ? NOBODY : who,
                address == null ? NOBODY : String.valueOf(address.hostAddress()),
                request.method() + " " + path(context)));
    }

    /** The path that was asked for, without what could be a secret. */
    static String path(RoutingContext context) {
        return SECRET.matcher(String.valueOf(context.request().path())).replaceAll("...");
    }

    static String line(String event, String who, String from, String request) {
        return "%s user=\"%s\" from=\"%s\" request=\"%s\"".formatted(event, seen(who), seen(from), seen(request));
    }

    /** What a member asks for and may not see looks to them as if it were not there; so does what is not. */
    private static void noteRefusal(RoutingContext context) {
        var status = context.response().getStatusCode();
        if (REFUSALS.contains(status) || status == NOT_FOUND && !viewer(context).isEmpty()) {
            note("refused with " + status, context);
        }
    }

    private static String viewer(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "";
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(found -> "\\\\u{%x}".formatted(found.group().codePointAt(0)));
    }
}
