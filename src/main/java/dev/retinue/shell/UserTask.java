package dev.retinue.shell;

import picocli.CommandLine.Parameters;

/** A command about a member. */
abstract class UserTask extends Task {

    @Parameters(paramLabel = "NAME", description = "The username; with spaces in quotes, or with _ for each.")
    String name;
}
