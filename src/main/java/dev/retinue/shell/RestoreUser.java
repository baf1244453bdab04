package dev.retinue.shell;

import dev.retinue.users.User;
import picocli.CommandLine.Command;

/** Ends a suspension. */
@Command(
        name = "restore",
        description = {
            "Ends a suspension: the member is as before, and can log in.",
            "Example: user restore \"Daniel Bates\""
        })
class RestoreUser extends SuspensionTask {

    @Override
    void change(User user) {
        user.endSuspension();
    }
}
