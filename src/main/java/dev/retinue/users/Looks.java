package dev.retinue.users;

import dev.retinue.sql.Copy;
import dev.retinue.sql.Original;
import dev.retinue.sql.Rounds;
import dev.retinue.web.PageCache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How visitors find somebody: one statement for all who look at the same time. */
@ApplicationScoped
public class Looks {

    @Inject
    Copy copy;

    @Inject
    Original original;

    private final Rounds<String, Seen> copied =
            new Rounds<>(keys -> copy.read(session -> VisitStatement.read(keys, session)));

    private final Rounds<String, Seen> fresh =
            new Rounds<>(keys -> original.ask(session -> VisitStatement.read(keys, session)));

    /** As everyone may see them, by that key. Only the pages that every visitor gets may be read from a copy. */
    Uni<Optional<Seen>> visit(String key, HttpServerRequest request) {
        return (PageCache.isKept(request) ? copied : fresh).ask(key);
    }
}
