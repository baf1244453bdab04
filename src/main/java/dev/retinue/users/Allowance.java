package dev.retinue.users;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.retinue.web.Later;
import dev.retinue.web.Text;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Whether a member may follow one more, by the {@link Limits}. */
@ApplicationScoped
public class Allowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration WEEK = Duration.ofDays(7);

    /** In SQL: whom that one began to follow, or to ask, since then, each once. */
    private static final String PEOPLE = """
            (select followed_id, max(timestamp) as latest, count(*) filter (where timestamp > :minute) as lately
            from follow_events
            where follower_id = %s and kind in ('FOLLOWED', 'REQUESTED') and fresh and timestamp > :since
            group by followed_id) people""";

    private static final String ALL_FOLLOWING = "%1$s.following + %1$s.private_following + %1$s.hidden_following";

    private static final String ALL_FOLLOWERS = "%1$s.followers + %1$s.private_followers + %1$s.hidden_followers";

    /** In SQL: whether the counts {@code follower} have room for one more. */
    static final String ROOM = "%s < greatest(:following, floor(:perFollower * (%s)))"
            .formatted(ALL_FOLLOWING.formatted("follower"), ALL_FOLLOWERS.formatted("follower"));

    /** In SQL: whether the day has room for a follow that is {@code asked} for. */
    static final String ROOM_TODAY = """
            (select coalesce(sum(lately), 0) < :aMinute
                and (count(*) < new_a_day or coalesce(bool_or(people.followed_id = asked.followed_id), false))
            from %s)
            """.formatted(PEOPLE.formatted("asked.follower_id"));

    private static final String TODAY =
            """
            select %s, %s, today.*
            from follow_counts c cross join lateral (
                select count(*), coalesce(bool_or(followed_id = :other), false), coalesce(sum(lately), 0)::bigint,
                    (array_agg(latest order by latest))[greatest(count(*) - :most, 0) + 1]
                from %s) today
            where c.user_id = :user
            """.formatted(ALL_FOLLOWING.formatted("c"), ALL_FOLLOWERS.formatted("c"), PEOPLE.formatted(":user"));

    /**
     * How many somebody follows and is followed by in all, and whom they began to follow, or to ask, within a day; each counts once.
     *
     * @param already whether the one in question is among them
     * @param lately how often within a minute, the same ones again included
     * @param latest when so many were followed that there is room for one more as soon as that is a day ago
     */
    record Today(long following, long followers, long people, boolean already, long lately, Instant latest) {}

    @Inject
    Limits limits;

    /** While the pair is held, so that two requests at once do not take the same place. Doing a thing again needs none. */
    void admit(Pair pair) {
        admit(pair.user(), pair.other(), pair.relation());
    }

    /** Where nobody is held, as whoever may follow no more is told without being in another's way. */
    void admit(Glance glance) {
        admit(glance.user(), glance.other(), glance.seen().relation());
    }

    private void admit(User user, User other, Relation relation) {
        if (relation.following() || relation.requested() || relation.blocked()) {
            return;
        }
        var now = Instant.now();
        var most = newADay(user, now);
        var today = today(user, other, now, most);
        admit(today, now);
        admit(today, now, most, grownUp(user));
    }

    /** How many a member may begin to follow within a day. */
    long newADay(User user, Instant now) {
        return grownUp(user).isAfter(now) ? limits.newADayAtFirst() : limits.newADay();
    }

    private static Instant grownUp(User user) {
        return user.createdAt.plus(WEEK);
    }

    /** Tells the query what {@link #ROOM} and {@link #ROOM_TODAY} ask for. */
    <T> NativeQuery<T> limit(NativeQuery<T> query) {
        return since(query, Instant.now())
                .setParameter("following", limits.following())
                .setParameter("perFollower", limits.followingPerFollower())
                .setParameter("aMinute", limits.aMinute());
    }

    /** Nobody knows when somebody else follows: a day is as good as any. */
    private void admit(Today today, Instant now) {
        var most = most(today.followers);
        if (today.following >= most) {
            throw new Later(
                    "You follow %s and, with %s, may follow %s. There is room as soon as you unfollow somebody, or more people follow you."
                            .formatted(
                                    Text.plural(today.following, "person", "people"),
                                    Text.plural(today.followers, "follower", "followers"),
                                    Text.grouped(most)),
                    now.plus(DAY));
        }
    }

    /** How many more somebody may follow in all, whenever it is. */
    public long room(FollowCounts counts) {
        return most(counts.allFollowers()) - counts.allFollowing();
    }

    private long most(long followers) {
        return Math.max(limits.following(), (long) (limits.followingPerFollower() * followers));
    }

    private void admit(Today today, Instant now, long most, Instant grownUp) {
        if (today.lately >= limits.aMinute()) {
            throw new Later("That is a lot of following for a minute. Please go on in the next.", now.plus(MINUTE));
        }
        if (today.people >= most && !today.already) {
            var from = today.latest == null ? now.plus(DAY) : today.latest.plus(DAY);
            var sooner = grownUp.isAfter(now) && grownUp.isBefore(from) && today.people < limits.newADay();
            throw tooMany(today.people, most, sooner ? grownUp : from);
        }
    }

    private static Later tooMany(long people, long most, Instant from) {
        var second = from.truncatedTo(SECONDS).plusSeconds(1);
        return new Later(
                "You began to follow %s within 24 hours, and may begin to follow %s. You can go on %s, from %s on."
                        .formatted(
                                Text.plural(people, "person", "people"),
                                Text.grouped(most),
                                Text.until(second),
                                Text.exact(second)),
                second);
    }

    private static Today today(User user, User other, Instant now, long most) {
        var query = Panache.getEntityManager().unwrap(Session.class).createNativeQuery(TODAY, Today.class);
        return since(query, now)
                .setParameter("user", user.id)
                .setParameter("other", other.id)
                .setParameter("most", most)
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    private static <T> NativeQuery<T> since(NativeQuery<T> query, Instant now) {
        return query.setParameter("minute", now.minus(MINUTE)).setParameter("since", now.minus(DAY));
    }
}
