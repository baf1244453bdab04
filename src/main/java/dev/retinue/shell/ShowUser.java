package dev.retinue.shell;

import dev.retinue.users.FollowCounts;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;

/** What is known of a member. */
@Command(
        name = "show",
        description = {"What is known of a member, but for the password.", "Example: user show Sutton"})
class ShowUser extends UserTask {

    @Override
    public Integer call() {
        var user = user(name);
        var counts = FollowCounts.of(user);
        var state = user.isSuspended()
                ? "suspended"
                : user.leavesAt != null ? "leaving" : user.isHidden() ? "deactivated" : "here";
        var object = new JsonObject()
                .put("id", user.id)
                .put("username", user.username)
                .put("state", state)
                .put("private", user.isPrivate())
                .put("followers", counts.allFollowers())
                .put("following", counts.allFollowing())
                .put("email", user.email)
                .put("createdAt", user.createdAt.toString());
        if (json) {
            System.out.println(object.encode());
        } else {
            object.forEach(each ->
                    System.out.printf("%-10s %s%n", each.getKey(), each.getValue() == null ? "" : each.getValue()));
        }
        return YES;
    }
}
