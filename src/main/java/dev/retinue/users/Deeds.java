package dev.retinue.users;

import io.quarkus.panache.common.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a user did to others, as it is looked up to be taken back. */
record Deeds(User user) {

    /** The last thing that the user did to the other. */
    Optional<FollowEvent> last(User other) {
        return FollowEvent.find("""
                        (followerId = ?1 and followedId = ?2 and kind in ?4)
                        or (followerId = ?2 and followedId = ?1 and kind in ?3) order by id desc""", user.id, other.id, EventKind.BY_FOLLOWED, EventKind.BY_FOLLOWER)
                .page(Page.ofSize(1))
                .firstResultOptional();
    }

    /** From one event to another, at most so many, and none too old to be taken back. */
    List<FollowEvent> between(long first, long last, int most) {
        return FollowEvent.find(
                        """
                        id between ?1 and ?2 and timestamp > ?3
                            and (followerId = ?4 and kind in ?5 or followedId = ?4 and kind in ?6) order by id""",
                        first,
                        last,
                        Instant.now().minus(FollowEvent.UNDO),
                        user.id,
                        EventKind.BY_FOLLOWER,
                        EventKind.BY_FOLLOWED)
                .page(Page.ofSize(most))
                .list();
    }

    /** What a block that began then has ended, the newest first: more than once where it was undone and redone. */
    List<FollowEvent> endedByBlock(User other, Instant block) {
        return FollowEvent.list(
                "(followerId = ?1 and followedId = ?2 or followerId = ?2 and followedId = ?1) and timestamp >= ?3 and kind in ?4 order by id desc",
                user.id,
                other.id,
                block,
                EventKind.BY_BLOCK);
    }
}
