package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How visitors find somebody. Pages that look at the same time have one statement between them. */
@ApplicationScoped
public class Looks {

    @Inject
    Circle circle;

    @Inject
    Underway transaction;

    @Inject
    HttpServerRequest request;

    private final Rounds<String, Seen> visits = new Rounds<>(keys -> circle.seen(keys), () -> transaction.isUnderway());

    /** As everyone may see them. Only the pages that every visitor gets may be read from a replica, and so for each other. */
    public Optional<Seen> visit(String key) {
        return PageCache.isKept(request) ? visits.ask(key) : visits.askAlone(key);
    }
}
