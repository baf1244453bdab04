package dev.retinue.shell;

import dev.retinue.users.User;
import picocli.CommandLine.Command;

/** Whether one member follows another. */
@Command(
        name = "follows",
        description = {
            "Whether A follows B: says so, and by the exit code.",
            "Example: follows Sutton \"Daniel Bates\" && echo yes"
        })
class Follows extends PairTask {

    @Override
    int run(User follower, User followed) {
        var follows = follower.follows(followed);
        answer(follows ? "yes" : "no", object(follower, followed).put("follows", follows));
        return follows ? YES : NO;
    }
}
