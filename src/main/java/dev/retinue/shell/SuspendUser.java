package dev.retinue.shell;

import dev.retinue.accounts.Session;
import dev.retinue.users.User;
import picocli.CommandLine.Command;

/** Keeps a member out. */
@Command(
        name = "suspend",
        description = {
            "Hides a member from everyone and keeps them from logging in, until \"user restore\". Nothing is lost.",
            "Example: user suspend \"Daniel Bates\""
        })
class SuspendUser extends SuspensionTask {

    @Override
    void change(User user) {
        user.suspend();
        Session.endAll(user);
    }
}
