package dev.retinue.users;

import static java.util.stream.Collectors.toMap;

import dev.retinue.sql.Micros;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Accepts the requests that wait, as {@link Arc#accept} accepts one. */
class Accepting extends Sweep {

    /** Who asked, and since when. */
    record Asked(Instant timestamp, long person) {}

    private final Instant now = Micros.now();

    private Accepting(long user) {
        super("follow_requests", user, Direction.FOLLOWERS, "f.declined_at is null");
    }

    static List<Sweep> all(long user) {
        return List.of(new Accepting(user));
    }

    @Override
    void change(List<Long> people) {
        var asked = result(
                        "delete from follow_requests f where {these} returning timestamp, {person}",
                        Asked.class,
                        people)
                .stream()
                .collect(toMap(Asked::person, Asked::timestamp));
        var begun = begin(asked);
        FollowEvent.record(begun.stream()
                .map(follow -> follow.event(EventKind.ACCEPTED, now).ended(asked.get(follow.follower())))
                .toList());
        CountChanges.of(begun, 1).write();
    }

    /** Hidden where an end is: whoever leaves or comes back meanwhile, has the follow changed as soon as it is no longer held. */
    private List<Line> begin(Map<Long, Instant> asked) {
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        insert into follows (follower_id, followed_id, timestamp, follower_hidden, followed_hidden)
                        select follower.id, followed.id, :now,
                            follower.hidden_since is not null, followed.hidden_since is not null
                        from users follower, users followed
                        where followed.id = :user and follower.id = any(:followers)
                        on conflict do nothing returning
                        """ + Line.COLUMNS, Line.class)
                .setParameter("now", now)
                .setParameter("user", user)
                .setParameter("followers", asked.keySet().toArray(Long[]::new))
                .getResultList();
    }
}
