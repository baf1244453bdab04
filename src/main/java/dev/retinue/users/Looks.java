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

    private final Rounds<Look, Seen> sights = new Rounds<>(looks -> circle.seen(new SeenStatement(looks)));

    private final Rounds<Look, Met> meetings = new Rounds<>(looks -> circle.met(new SeenStatement(looks)));

    /** As everyone may see them. Only the pages that every visitor gets may be read from a replica, and so for each other. */
    public Optional<Seen> visit(String key) {
        return PageCache.isKept(request) ? ask(visits, key) : visits.askAlone(key);
    }

    Optional<Seen> see(Look look) {
        return ask(sights, look);
    }

    /** With whom of the other's followers the member follows. */
    Optional<Met> meet(Look look) {
        return ask(meetings, look);
    }

    /** What a transaction has changed that is not over, is for nobody else to see. */
    private <Q, A> Optional<A> ask(Rounds<Q, A> rounds, Q question) {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? rounds.ask(question)
                : rounds.askAlone(question);
    }
}
