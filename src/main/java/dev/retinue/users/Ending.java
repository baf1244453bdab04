package dev.retinue.users;

import dev.retinue.sql.Micros;
import java.time.Instant;
import java.util.List;

/** Ends follows of a user, as {@link Arc#end} ends one. */
class Ending extends Sweep {

    /** From before the user became private: whom the user accepted later stays. */
    private static final String OLD = "f.timestamp <= (select private_since from users where id = f.followed_id)";

    /** {@code offset 0} makes the database look for each of a step; otherwise it may read all follows instead. */
    private static final String OLD_AND_ONE_WAY = OLD + """
             and not exists (select from follows back
                where back.follower_id = f.followed_id and back.followed_id = f.follower_id offset 0)
            """;

    private final Instant now = Micros.now();

    private final EventKind kind;

    private Ending(long user, Direction direction, String due) {
        super("follows", user, direction, due);
        kind = direction == Direction.FOLLOWERS ? EventKind.REMOVED : EventKind.UNFOLLOWED;
    }

    static List<Sweep> all(long user) {
        return List.of(new Ending(user, Direction.FOLLOWERS, "true"), new Ending(user, Direction.FOLLOWING, "true"));
    }

    static List<Sweep> followers(long user) {
        return List.of(new Ending(user, Direction.FOLLOWERS, OLD));
    }

    /** Who follows and is not followed. */
    static List<Sweep> oneWay(long user) {
        return List.of(new Ending(user, Direction.FOLLOWERS, OLD_AND_ONE_WAY));
    }

    @Override
    void change(List<Long> people) {
        var ended = result("delete from follows f where {these} returning " + Line.COLUMNS, Line.class, people);
        FollowEvent.record(ended.stream()
                .map(follow -> follow.event(kind, now).ended(follow.edge()))
                .toList());
        CountChanges.of(ended, -1).write();
    }
}
