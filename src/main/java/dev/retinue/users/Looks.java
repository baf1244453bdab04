package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.SessionFactory;

/** How visitors find somebody: one statement for all who look at the same time. */
@ApplicationScoped
public class Looks {

    @Inject
    Copy copy;

    @Inject
    SessionFactory database;

    private final Rounds<String, Seen> copied =
            new Rounds<>(keys -> copy.read(session -> VisitStatement.read(keys, session)));

    private final Rounds<String, Seen> fresh = new Rounds<>(this::inDatabase);

    /** As everyone may see them, by that key. Only the pages that every visitor gets may be read from a copy. */
    Uni<Optional<Seen>> visit(String key, HttpServerRequest request) {
        return (PageCache.isKept(request) ? copied : fresh).ask(key);
    }

    private Map<String, Seen> inDatabase(Set<String> keys) {
        try (var session = database.openStatelessSession()) {
            return VisitStatement.read(keys, session);
        }
    }
}
