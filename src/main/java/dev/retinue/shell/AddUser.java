package dev.retinue.shell;

import dev.retinue.sql.Retry;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a member. */
@Command(
        name = "add",
        description = {"Makes a member, and a password that is shown once.", "Example: user add \"Daniel Bates\""})
class AddUser extends UserTask {

    @Mixin
    Secret secret;

    @Override
    public Integer call() throws IOException {
        var username = username(name);
        var password = secret.get(username.text());
        Retry.transaction(() -> User.create(username, password))
                .orElseThrow(() -> new Refused("Somebody is called " + username.text() + " already, or was."));
        var object = new JsonObject().put("username", username.text());
        answer(
                username.text() + " is a member now." + secret.told(password),
                secret.read ? object : object.put("password", password));
        return YES;
    }

    static Username username(String name) {
        try {
            return Username.of(name);
        } catch (Username.Malformed e) {
            throw new Refused(e.getMessage());
        }
    }
}
