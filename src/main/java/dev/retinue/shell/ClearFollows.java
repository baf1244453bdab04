package dev.retinue.shell;

import dev.retinue.sql.Retry;
import dev.retinue.users.Follow;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends every follow. */
@Command(
        name = "clear-follows",
        description = {
            "Ends every follow there is, as if everyone had unfollowed everyone. Members, requests and blocks stay.",
            "Example: clear-follows --yes"
        })
class ClearFollows extends Task {

    @Mixin
    Consent consent;

    @Override
    public Integer call() throws IOException {
        consent.ask("End every follow of everyone?");
        var ended = Retry.transaction(Follow::clear);
        answer("%,d follows ended.".formatted(ended), new JsonObject().put("ended", ended));
        return YES;
    }
}
