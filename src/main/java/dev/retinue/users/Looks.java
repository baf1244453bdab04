package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;

/** How somebody is found, as far as whoever looks may know of them. Pages that look at the same time have one statement between them. */
@ApplicationScoped
public class Looks {

    @Inject
    Circle circle;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    HttpServerRequest request;

    private final Rounds<String, Seen> visits = new Rounds<>(keys -> circle.seen(keys));

    /** As everyone may see them. Only the pages that every visitor gets may be read from a replica, and so for each other. */
    public Optional<Seen> visit(String key) {
        return PageCache.isKept(request) && isOutsideOfTransactions() ? visits.ask(key) : visits.askAlone(key);
    }

    /** What a transaction has changed that is not over, is for nobody else to see. */
    private boolean isOutsideOfTransactions() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    }
}
