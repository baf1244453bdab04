package dev.retinue.shell;

import dev.retinue.accounts.Session;
import dev.retinue.sql.Retry;
import dev.retinue.users.PasswordHash;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a member another password. */
@Command(
        name = "reset-password",
        description = {
            "Gives a member another password, which is shown once, and logs them out everywhere.",
            "Example: user reset-password \"Daniel Bates\""
        })
class ResetPassword extends UserTask {

    @Mixin
    Secret secret;

    @Override
    public Integer call() throws IOException {
        var password = secret.get(name);
        var hash = PasswordHash.of(password);
        var username = Retry.transaction(() -> {
            var user = user(name);
            user.setPasswordHash(hash);
            Session.endAll(user);
            return user.username;
        });
        var object = new JsonObject().put("username", username);
        answer(
                username + " has another password." + secret.told(password),
                secret.read ? object : object.put("password", password));
        return YES;
    }
}
