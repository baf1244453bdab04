package dev.retinue.accounts;

import dev.retinue.users.User;
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
import org.hibernate.SessionFactory;

/** The identity behind a session: one statement finds the user, and the {@link Viewer} has it from there. */
@ApplicationScoped
public class SessionIdentity implements IdentityProvider<SessionIdentity.Request> {

    /** What a session cookie says: this user logged in. */
    static class Request extends BaseAuthenticationRequest {

        final long userId;

        Request(long userId) {
            this.userId = userId;
        }
    }

    @Inject
    SessionFactory database;

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.userId));
    }

    private SecurityIdentity identity(long userId) {
        try (var session = database.openStatelessSession()) {
            var user = session.get(User.class, userId);
            if (user == null || user.isHidden()) {
                throw new AuthenticationFailedException("The user of this session is not here");
            }
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(user.username))
                    .addAttribute(Viewer.USER, user)
                    .build();
        }
    }
}
