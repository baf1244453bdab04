package dev.retinue.shell;

import dev.retinue.users.Direction;
import picocli.CommandLine.Command;

/** Who follows a member. */
@Command(
        name = "followers",
        description = {
            "Who follows A, the newest first, and since when. Who has deactivated is not among them.",
            "Example: followers \"Daniel Bates\" --limit 10"
        })
class Followers extends ListTask {

    Followers() {
        super(Direction.FOLLOWERS);
    }
}
