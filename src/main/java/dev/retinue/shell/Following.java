package dev.retinue.shell;

import dev.retinue.users.Direction;
import picocli.CommandLine.Command;

/** Whom a member follows. */
@Command(
        name = "following",
        description = {
            "Whom A follows, the newest first, and since when. Who has deactivated is not among them.",
            "Example: following Sutton --json"
        })
class Following extends ListTask {

    Following() {
        super(Direction.FOLLOWING);
    }
}
