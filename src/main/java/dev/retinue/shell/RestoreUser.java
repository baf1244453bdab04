package dev.retinue.shell;

import dev.retinue.users.Chores;
import dev.retinue.users.Retry;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Ends a suspension. */
@Command(
        name = "restore",
        description = {
            "Ends a suspension: the member is as before, and can log in.",
            "Example: user restore \"Daniel Bates\""
        })
class RestoreUser extends UserTask {

    @Inject
    Chores chores;

    @Override
    public Integer call() {
        var username = Retry.transaction(() -> {
            var user = user(name);
            user.endSuspension();
            return user.username;
        });
        chores.run();
        answer(
                username + " is not suspended.",
                new JsonObject().put("username", username).put("suspended", false));
        return YES;
    }
}
