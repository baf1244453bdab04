package dev.retinue.history;

import static java.time.ZoneOffset.UTC;

import dev.retinue.users.Circle;
import dev.retinue.users.Direction;
import dev.retinue.users.EventKind;
import dev.retinue.users.ListKey;
import dev.retinue.users.Listing;
import dev.retinue.users.Paths;
import dev.retinue.users.RequestLists;
import dev.retinue.users.Seen;
import dev.retinue.users.User;
import dev.retinue.users.Visibility;
import dev.retinue.web.Text;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * What is told in feeds.
 *
 * @param site scheme and host of this site
 */
record News(String site, Circle circle) {

    private static final int MOST = 50;

    private static final int DAYS = 30;

    /** Who follows and has begun lately: not those beginnings that came to an end. */
    private static final String FOLLOWERS = """
            select e.id, e.timestamp, u.username from follow_events e join users u on u.id = e.follower_id
                join follows f on f.follower_id = e.follower_id and f.followed_id = e.followed_id and f.timestamp = e.timestamp
            where e.followed_id = :viewer and e.timestamp >= :since and e.kind in %s and not f.follower_hidden and %s
            order by e.timestamp desc, e.id desc limit %d
            """.formatted(EventKind.BEGINS, Visibility.USER, MOST);

    private static final String LOSSES = """
            select cast(timestamp at time zone 'UTC' as date) as day, count(*) as people from follow_events
            where followed_id = :viewer and timestamp >= :since and timestamp < :today and kind in %s
            group by 1 order by 1 desc
            """.formatted(EventKind.ENDS);

    record Began(long event, Instant timestamp, String username) {}

    record Lost(LocalDate day, long people) {}

    /** Everything that a member should know: who follows, who asks, who has accepted; who left, as a number for a day that is over. */
    List<Atom.Entry> of(User user, RequestLists requests) {
        var today = LocalDate.now(UTC);
        var since = Step.instant(today.minusDays(DAYS));
        return latest(Stream.of(
                        followers(user, since),
                        losses(user, since, Step.instant(today)),
                        requests.askers(user.id, ListKey.before(null)).stream()
                                .map(asker -> about("asks", asker, "asks to follow you")),
                        requests.accepted(user.id, since).stream()
                                .map(other -> about("accepted", other, "accepted you as a follower")))
                .flatMap(entries -> entries));
    }

    /** What the profile shows to everyone. */
    List<Atom.Entry> shown(Seen seen) {
        var user = seen.user();
        return latest(Stream.concat(
                seen.followersShown()
                        ? rows(user, Direction.FOLLOWERS)
                                .map(row -> entry(
                                        row, row.id() + "-" + user.id, row.username() + " follows " + user.username))
                        : Stream.of(),
                seen.followingShown()
                        ? rows(user, Direction.FOLLOWING)
                                .map(row -> entry(
                                        row, user.id + "-" + row.id(), user.username + " follows " + row.username()))
                        : Stream.of()));
    }

    /** A name for what never changes its name (RFC 4151). */
    String tag(String what) {
        return "tag:" + site.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "") + ",2026:" + what;
    }

    private Stream<Atom.Entry> followers(User user, Instant since) {
        return session()
                .createNativeQuery(FOLLOWERS, Began.class)
                .setParameter("viewer", user.id)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(began -> new Atom.Entry(
                        tag("event-" + began.event),
                        began.username + " follows you",
                        site + Paths.profile(began.username),
                        began.timestamp));
    }

    private Stream<Atom.Entry> losses(User user, Instant since, Instant today) {
        return session()
                .createNativeQuery(LOSSES, Lost.class)
                .setParameter("viewer", user.id)
                .setParameter("since", since)
                .setParameter("today", today)
                .getResultList()
                .stream()
                .map(lost -> new Atom.Entry(
                        tag("lost-" + user.id + "-" + lost.day),
                        Text.plural(lost.people, "person", "people") + " no longer "
                                + Text.word(lost.people, "follows", "follow") + " you",
                        site + Paths.HISTORY,
                        Step.instant(lost.day.plusDays(1))));
    }

    private Atom.Entry about(String what, RequestLists.Request request, String words) {
        return new Atom.Entry(
                tag(what + "-" + request.id() + "-" + request.since().toEpochMilli()),
                request.username() + " " + words,
                site + Paths.path(request),
                request.since());
    }

    private Stream<Circle.Row> rows(User user, Direction direction) {
        return circle.rows(Listing.of(user, direction), MOST).stream();
    }

    private Atom.Entry entry(Circle.Row row, String pair, String title) {
        return new Atom.Entry(
                tag("follow-" + pair + "-" + row.since().toEpochMilli()), title, site + Paths.path(row), row.since());
    }

    private static List<Atom.Entry> latest(Stream<Atom.Entry> entries) {
        return entries.sorted(Comparator.comparing(Atom.Entry::updated).reversed())
                .limit(MOST)
                .toList();
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
