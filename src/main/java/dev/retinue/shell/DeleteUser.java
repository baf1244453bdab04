package dev.retinue.shell;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes a member. */
@Command(
        name = "delete",
        description = {
            "Removes a member for good, with every follow in both directions. The counts of the others are right afterwards.",
            "Example: user delete \"Daniel Bates\" --yes"
        })
class DeleteUser extends UserTask {

    @Mixin
    Consent consent;

    @Override
    public Integer call() throws IOException {
        var user = QuarkusTransaction.requiringNew().call(() -> user(name));
        consent.ask("Remove " + user.username + " for good?");
        user.delete();
        answer(
                user.username + " is gone.",
                new JsonObject().put("username", user.username).put("deleted", true));
        return YES;
    }
}
