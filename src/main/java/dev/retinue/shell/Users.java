package dev.retinue.shell;

import picocli.CommandLine.Command;

/** What an operator does with members. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = {"Members, one at a time.", "Example: user show Sutton"},
        subcommands = {
            AddUser.class,
            ShowUser.class,
            RenameUser.class,
            SuspendUser.class,
            RestoreUser.class,
            DeleteUser.class,
            ResetPassword.class
        })
class Users {}
