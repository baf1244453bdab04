package dev.retinue.users;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.retinue.sql.PlainQuery;
import dev.retinue.web.Later;
import dev.retinue.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Whether a member may follow one more, by the {@link Limits}. */
@ApplicationScoped
public class Allowance {

    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Limits limits;

    /** While the pair is held, so that two requests at once do not take the same place. Doing a thing again needs none. */
    void admit(Pair pair) {
        var relation = pair.relation();
        if (relation.following()
                || relation.blocked()
                || relation.requested() && pair.other().isPrivate()) {
            return;
        }
        var now = Instant.now();
        var user = pair.user();
        admit(Today.of(user, pair.other(), now, newADay(user, now)), user, now);
    }

    /** Whoever follows so much, and did nothing since. */
    void admit(Today today, User user, Instant now) {
        admit(today, now);
        admit(today, now, newADay(user, now), grownUp(user));
    }

    /** How many a member may begin to follow within a day. */
    long newADay(User user, Instant now) {
        return grownUp(user).isAfter(now) ? limits.newADayAtFirst() : limits.newADay();
    }

    private static Instant grownUp(User user) {
        return user.createdAt.plus(WEEK);
    }

    /** Tells the query what {@link Today#ROOM} and {@link Today#ROOM_TODAY} ask for. */
    PlainQuery limit(PlainQuery query, Instant now) {
        return Today.since(query, now)
                .set("following", limits.following())
                .set("perFollower", limits.followingPerFollower())
                .set("aMinute", limits.aMinute());
    }

    /** Nobody knows when somebody else follows: a day is as good as any. */
    private void admit(Today today, Instant now) {
        var most = most(today.followers());
        if (today.following() >= most) {
            throw new Later(
                    "You follow %s and, with %s, may follow %s. There is room as soon as you unfollow somebody, or more people follow you."
                            .formatted(
                                    Text.plural(today.following(), "person", "people"),
                                    Text.plural(today.followers(), "follower", "followers"),
                                    Text.grouped(most)),
                    now.plus(Today.DAY));
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
        if (today.lately() >= limits.aMinute()) {
            throw new Later(
                    "That is a lot of following for a minute. Please go on in the next.", now.plus(Today.MINUTE));
        }
        if (today.people() >= most && !today.already()) {
            var from = today.latest() == null
                    ? now.plus(Today.DAY)
                    : today.latest().plus(Today.DAY);
            var sooner = grownUp.isAfter(now) && grownUp.isBefore(from) && today.people() < limits.newADay();
            throw tooMany(today.people(), most, sooner ? grownUp : from);
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
}
