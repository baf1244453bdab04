package dev.retinue.shell;

import dev.retinue.sql.Retry;
import dev.retinue.users.Chores;
import dev.retinue.users.User;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;

/** Keeps a member out, or lets them in again. */
abstract class SuspensionTask extends UserTask {

    @Inject
    Chores chores;

    abstract void change(User user);

    @Override
    public Integer call() {
        var user = Retry.transaction(() -> {
            var named = user(name);
            change(named);
            User.getEntityManager().refresh(named);
            return named;
        });
        chores.run();
        answer(
                user.username + (user.isSuspended() ? " is suspended." : " is not suspended."),
                new JsonObject().put("username", user.username).put("suspended", user.isSuspended()));
        return YES;
    }
}
