package dev.retinue.shell;

import dev.retinue.users.Follow;
import dev.retinue.users.User;
import picocli.CommandLine.Command;

/** Since when one member follows another. */
@Command(
        name = "show-follow",
        description = {
            "Shows that A follows B: the follower, the followed and since when.",
            "Example: show-follow Sutton \"Daniel Bates\""
        })
class ShowFollow extends PairTask {

    @Override
    int run(User follower, User followed) {
        var follow = Follow.between(follower, followed)
                .orElseThrow(() -> new Refused(follower.username + " does not follow " + followed.username + "."));
        answer(follow.toString(), object(follower, followed).put("timestamp", follow.timestamp.toString()));
        return YES;
    }
}
