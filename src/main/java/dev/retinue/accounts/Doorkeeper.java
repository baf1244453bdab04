package dev.retinue.accounts;

import dev.retinue.users.PasswordHash;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows members by their name and password. */
@ApplicationScoped
class Doorkeeper {

    @Inject
    IdentityProviderManager identities;

    /**
     * The user whose name and password these are. That it takes its time tells nobody whether there is somebody of that name.
     *
     * @param named whose name it is, if anybody's
     */
    Optional<User> admit(String username, String password, Optional<User> named) {
        var known = PasswordHash.inTurn(() -> isKnown(username, password));
        if (named.isEmpty()) {
            PasswordHash.matchNobodys(password);
        }
        return named.filter(found -> known);
    }

    private boolean isKnown(String username, String password) {
        var credential = new PasswordCredential(PasswordHash.readable(password).toCharArray());
        try {
            identities.authenticateBlocking(
                    new UsernamePasswordAuthenticationRequest(Username.key(username), credential));
            return true;
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }
}
