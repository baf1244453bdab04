package dev.retinue.users;

import io.quarkus.security.jpa.PasswordProvider;
import java.security.spec.InvalidKeySpecException;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.util.ModularCrypt;

/** How a log-in reads {@code users.password_hash}: no password matches a user who has none. */
public class StoredPassword implements PasswordProvider {

    @Override
    public Password getPassword(String hash) {
        try {
            return ModularCrypt.decode(hash == null ? PasswordHash.NOBODYS : hash);
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("users.password_hash is in no form known here", e);
        }
    }
}
