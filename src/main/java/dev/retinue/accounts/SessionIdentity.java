package dev.retinue.accounts;

import dev.retinue.users.Rounds;
import dev.retinue.users.Viewer;
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
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;

/**
 * The identity behind a session. One statement finds all sessions that pages ask for at the same time, each with its user, and the
 * {@link Viewer} has the user from there.
 */
@ApplicationScoped
public class SessionIdentity implements IdentityProvider<SessionIdentity.Request> {

    /** Under this name the identity has the id of the session. */
    static final String ID = "session";

    /** Under this name the identity says whether the visit was noted just now. */
    static final String NOTED = "noted";

    /** What a session cookie says: whoever has this token logged in. */
    static class Request extends BaseAuthenticationRequest {

        final String token;

        Request(String token) {
            this.token = token;
        }
    }

    @Inject
    SessionFactory database;

    private final Rounds<String, Session> visits = new Rounds<>(this::sessions);

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.token));
    }

    private SecurityIdentity identity(String token) {
        var session = visits.ask(Session.id(token))
                .filter(found -> !found.user.isHidden())
                .orElseThrow(() -> new AuthenticationFailedException("The user of this session is not here"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.user.username))
                .addAttribute(Viewer.USER, session.user)
                .addAttribute(ID, session.id)
                .addAttribute(NOTED, session.see())
                .build();
    }

    private Map<String, Session> sessions(Set<String> ids) {
        try (var connection = database.openStatelessSession()) {
            return Session.of(ids, connection);
        }
    }
}
