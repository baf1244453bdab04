package dev.retinue.accounts;

import dev.retinue.sql.Original;
import dev.retinue.sql.Rounds;
import dev.retinue.users.Sights;
import dev.retinue.users.Viewer;
import dev.retinue.users.Whom;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;

/**
 * The identity behind a session. One statement finds all sessions that pages ask for at the same time, each with its user and with
 * whom the page is about, and the {@link Viewer} has both from there.
 */
@ApplicationScoped
public class SessionIdentity implements IdentityProvider<SessionIdentity.Request> {

    /** Under this name the identity has the id of the session. */
    static final String ID = "session";

    /** Under this name the identity says whether the visit was noted just now. */
    static final String NOTED = "noted";

    /** What a session cookie says: whoever has this token logged in, and asks about somebody. */
    static class Request extends BaseAuthenticationRequest {

        final Asking asking;

        Request(String token, Whom whom) {
            this.asking = new Asking(Session.id(token), whom);
        }
    }

    @Inject
    Original original;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final Rounds<Asking, Admitted> seeing = rounds(new AdmittedStatement(false));

    private final Rounds<Asking, Admitted> meeting = rounds(new AdmittedStatement(true));

    private final Rounds<String, Boolean> noting =
            new Rounds<>(ids -> original.ask(session -> Session.note(ids, session)));

    private Rounds<Asking, Admitted> rounds(AdmittedStatement statement) {
        return new Rounds<>(asking -> original.ask(session -> statement.read(asking, session)));
    }

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        var rounds = request.asking.whom().known() ? meeting : seeing;
        return ask(rounds, request.asking).map(SessionIdentity::whoIsHere).flatMap(this::noted);
    }

    /**
     * Whoever is in a transaction asks alone: what it has changed is for nobody else to see, and with what it holds it does not wait for
     * others.
     */
    private <Q, A> Uni<Optional<A>> ask(Rounds<Q, A> rounds, Q question) {
        return isInTransaction() ? Uni.createFrom().item(() -> rounds.askAlone(question)) : rounds.ask(question);
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private static Admitted whoIsHere(Optional<Admitted> asked) {
        return asked.filter(found -> !found.session().user.isHidden())
                .orElseThrow(() -> new AuthenticationFailedException("The user of this session is not here"));
    }

    /** In a round, too: a thread of the pages may be waiting for this, and there may be no other one. */
    private Uni<SecurityIdentity> noted(Admitted admitted) {
        var session = admitted.session();
        return session.isNews()
                ? ask(noting, session.id).map(noted -> identity(admitted, true))
                : Uni.createFrom().item(identity(admitted, false));
    }

    private static SecurityIdentity identity(Admitted admitted, boolean noted) {
        var session = admitted.session();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.user.username))
                .addAttribute(Viewer.USER, session.user)
                .addAttribute(Sights.FOUND, admitted.found())
                .addAttribute(ID, session.id)
                .addAttribute(NOTED, noted)
                .build();
    }
}
