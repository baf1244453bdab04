package dev.retinue.shell;

import dev.retinue.users.User;
import picocli.CommandLine.Command;

/** Makes one member follow another no longer. */
@Command(
        name = "unfollow",
        description = {
            "Ends that A follows B. Doing it again changes nothing.",
            "Example: unfollow Sutton \"Daniel Bates\""
        })
class UnfollowUser extends PairTask {

    @Override
    int run(User follower, User followed) {
        follower.unfollow(followed);
        answer(
                follower.username + " does not follow " + followed.username,
                object(follower, followed).put("follows", false));
        return YES;
    }
}
