package dev.retinue.shell;

import dev.retinue.users.User;
import picocli.CommandLine.Command;

/** Makes one member follow another. */
@Command(
        name = "follow",
        description = {
            "Makes A follow B, or ask to where B accepts who follows. Doing it again changes nothing.",
            "Example: follow Sutton \"Daniel Bates\""
        })
class FollowUser extends PairTask {

    @Override
    int run(User follower, User followed) {
        var pair = follower.with(followed);
        pair.follow();
        var follows = follower.follows(followed);
        if (!follows && !pair.relation().requested() && pair.done().isEmpty()) {
            throw new Refused("That cannot be: one of them blocks the other, or is not here now.");
        }
        answer(
                follower.username + (follows ? " follows " : " has asked to follow ") + followed.username,
                object(follower, followed).put("follows", follows).put("asked", !follows));
        return YES;
    }
}
