package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A thing that happened to a pair of users. It names them by number, so that it stays when they are gone. */
@Entity
@Table(name = "follow_events")
public class FollowEvent extends PanacheEntityBase {

    public enum Kind {
        FOLLOWED,
        UNFOLLOWED
    }

    private static final Duration UNDO = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long followerId;

    public Long followedId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public Instant timestamp;

    /** Since when the follow had been there that ended. */
    Instant since;

    protected FollowEvent() {}

    private FollowEvent(User follower, User followed, Kind kind, Instant timestamp) {
        this.followerId = follower.id;
        this.followedId = followed.id;
        this.kind = kind;
        this.timestamp = timestamp;
    }

    static FollowEvent followed(User follower, User followed, Instant timestamp) {
        return new FollowEvent(follower, followed, Kind.FOLLOWED, timestamp);
    }

    /** The end of a follow that had been there since then. */
    static FollowEvent unfollowed(User follower, User followed, Instant since, Instant timestamp) {
        var event = new FollowEvent(follower, followed, Kind.UNFOLLOWED, timestamp);
        event.since = since;
        return event;
    }

    /** What the follower last did to the followed. */
    public static Optional<FollowEvent> last(User follower, User followed) {
        return find("followerId = ?1 and followedId = ?2 order by id desc", follower.id, followed.id)
                .page(Page.ofSize(1))
                .firstResultOptional();
    }

    /** Whether it is young enough to be taken back, and what was before is known. */
    public boolean undoable(Instant now) {
        return timestamp.plus(UNDO).isAfter(now) && (kind == Kind.FOLLOWED || since != null);
    }
}
