package dev.retinue.shell;

import dev.retinue.sql.Retry;
import dev.retinue.users.User;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Parameters;

/** A command about one member and another. */
abstract class PairTask extends Task {

    @Parameters(index = "0", paramLabel = "A", description = "A member.")
    String a;

    @Parameters(index = "1", paramLabel = "B", description = "Another one.")
    String b;

    @Override
    public Integer call() {
        return Retry.transaction(() -> {
            var follower = user(a);
            var followed = user(b);
            if (follower.is(followed)) {
                throw new Refused("Nobody follows themself.");
            }
            return run(follower, followed);
        });
    }

    /** In a transaction; gives the exit code. */
    abstract int run(User follower, User followed);

    static JsonObject object(User follower, User followed) {
        return new JsonObject().put("follower", follower.username).put("followed", followed.username);
    }
}
