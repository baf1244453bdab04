package dev.retinue.shell;

import dev.retinue.users.Chores;
import dev.retinue.users.Retry;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Keeps a member out. */
@Command(
        name = "suspend",
        description = {
            "Hides a member from everyone and keeps them from logging in, until \"user restore\". Nothing is lost.",
            "Example: user suspend \"Daniel Bates\""
        })
class SuspendUser extends UserTask {

    @Inject
    Chores chores;

    @Override
    public Integer call() {
        var username = Retry.transaction(() -> {
            var user = user(name);
            user.suspend();
            return user.username;
        });
        chores.run();
        answer(
                username + " is suspended.",
                new JsonObject().put("username", username).put("suspended", true));
        return YES;
    }
}
