package dev.retinue.users;

import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.Page;

/** Who asks to follow whom, and who was accepted. Of what waits, each list gives one row more than a page. */
public interface RequestLists {

    /** Somebody who asks or is asked to be followed, since when, and since when they are here. */
    record Request(long id, String username, String avatar, Instant since, Instant joined) implements Listed {}

    Session session();

    /** Who asks to follow the user and waits. */
    default List<Request> askers(long user, ListKey before) {
        return askers(user, before.timestamp(), before.id(), Circle.MORE);
    }

    /** Whose requests the user has declined, as long as they can be taken up again. */
    default List<Request> declined(long user, ListKey before) {
        return declined(
                user, Instant.now().minus(FollowRequest.RECONSIDERED), before.timestamp(), before.id(), Circle.MORE);
    }

    /** Whom the user asks to follow. */
    default List<Request> asked(long user, ListKey before) {
        return asked(user, before.timestamp(), before.id(), Circle.MORE);
    }

    /** Who has accepted the user's request since then, the latest first. */
    default List<Request> accepted(long user, Instant since) {
        return session()
                .createNativeQuery("""
                        select u.id, u.username, u.avatar, e.timestamp, u.created_at
                        from follow_events e join users u on u.id = e.followed_id
                            join follows f on f.follower_id = e.follower_id and f.followed_id = e.followed_id
                        where e.follower_id = :viewer and e.timestamp > :since and e.timestamp = f.timestamp
                            and e.kind = 'ACCEPTED' and e.since is not null and %s
                        order by e.timestamp desc, u.id desc limit %d
                        """.formatted(Visibility.USER, Slice.SIZE), Request.class)
                .setParameter("viewer", user)
                .setParameter("since", since)
                .getResultList();
    }

    @HQL("""
            select u.id, u.username, u.avatar, r.timestamp, u.createdAt from FollowRequest r join User u on u.id = r.follower.id
            where r.followed.id = :user and r.declinedAt is null and u.hiddenSince is null
                and (r.timestamp, r.follower.id) < (:before, :id)
            order by r.timestamp desc, r.follower.id desc""")
    List<Request> askers(long user, Instant before, long id, Page page);

    @HQL("""
            select u.id, u.username, u.avatar, r.declinedAt, u.createdAt from FollowRequest r join User u on u.id = r.follower.id
            where r.followed.id = :user and r.declinedAt > :since and u.hiddenSince is null
                and (r.declinedAt, r.follower.id) < (:before, :id)
            order by r.declinedAt desc, r.follower.id desc""")
    List<Request> declined(long user, Instant since, Instant before, long id, Page page);

    @HQL("""
            select u.id, u.username, u.avatar, r.timestamp, u.createdAt from FollowRequest r join User u on u.id = r.followed.id
            where r.follower.id = :user and u.hiddenSince is null
                and (r.timestamp, r.followed.id) < (:before, :id)
            order by r.timestamp desc, r.followed.id desc""")
    List<Request> asked(long user, Instant before, long id, Page page);
}
