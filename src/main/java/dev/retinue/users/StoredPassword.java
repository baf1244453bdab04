package dev.retinue.users;

import io.quarkus.security.jpa.PasswordProvider;
import java.security.spec.InvalidKeySpecException;
import java.util.UUID;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.interfaces.ClearPassword;
import org.wildfly.security.password.util.ModularCrypt;

/** How a log-in reads {@code users.password_hash}: no password matches a user who has none. */
public class StoredPassword implements PasswordProvider {

    @Override
    public Password getPassword(String hash) {
        if (hash == null) {
            var unknown = UUID.randomUUID().toString().toCharArray();
            return ClearPassword.createRaw(ClearPassword.ALGORITHM_CLEAR, unknown);
        }
        try {
            return ModularCrypt.decode(hash);
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("users.password_hash is in no form known here", e);
        }
    }
}
