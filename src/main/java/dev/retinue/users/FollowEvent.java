package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A thing that happened to a pair of users. It names them by number, so that it stays when they are gone. */
@Entity
@Table(name = "follow_events")
public class FollowEvent extends PanacheEntityBase {

    public enum Kind {
        FOLLOWED,
        UNFOLLOWED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    public Long followerId;

    public Long followedId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public Instant timestamp;

    protected FollowEvent() {}

    FollowEvent(User follower, User followed, Kind kind, Instant timestamp) {
        this.followerId = follower.id;
        this.followedId = followed.id;
        this.kind = kind;
        this.timestamp = timestamp;
    }
}
