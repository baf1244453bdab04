package dev.retinue.shell;

import dev.retinue.sql.Retry;
import dev.retinue.users.User;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a member another name. */
@Command(
        name = "rename",
        description = {
            "Gives a member another name. The one of before leads to them, and is nobody else's; another one is possible 30 days later.",
            "Example: user rename \"Daniel Bates\" Daniel"
        })
class RenameUser extends UserTask {

    @Parameters(index = "1", paramLabel = "NEW", description = "The name from now on.")
    String other;

    @Override
    public Integer call() {
        var username = AddUser.username(other);
        var renamed = Retry.transaction(() -> {
            User user = user(name);
            return user.rename(username);
        });
        if (!renamed) {
            throw new Refused("That name is somebody's, or the last rename is less than 30 days ago.");
        }
        answer(name + " is called " + username.text() + " now.", new JsonObject().put("username", username.text()));
        return YES;
    }
}
