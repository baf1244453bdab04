package dev.retinue.users;

import static java.time.ZoneOffset.UTC;

import dev.retinue.web.LocalPath;
import dev.retinue.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.hibernate.Session;

/**
 * What one of a user's own lists was at the end of a day, by the events: whoever had begun by then, and not ended.
 *
 * @param on the day in UTC; today's is not over, so the list is as it is now
 */
public record PastList(User user, Direction direction, LocalDate on) {

    /** Somebody who was in it, since when, and by which event. */
    record Row(long event, long id, String username, String avatar, Instant since) implements Listed {

        @Override
        public ListKey key() {
            return ListKey.of(since, event);
        }
    }

    /** Before it there was nothing. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** Read from the newest on by the index of the events: of somebody with a million of them, no more than a page needs. */
    private static final String ROWS = """
            select e.id as event, u.id, u.username, u.avatar, e.timestamp
            from follow_events e join users u on u.id = e.{person}
            where e.{owner} = {user} and e.timestamp < :end and (e.timestamp, e.id) < (:timestamp, :event)
                and e.kind in {begins} and {visible}
                and not exists (select from follow_events later
                    where later.follower_id = e.follower_id and later.followed_id = e.followed_id
                        and later.id > e.id and later.timestamp < :end
                        and (later.kind in {begins} or later.kind in {ends}))
            order by e.timestamp desc, e.id desc limit {most}
            """;

    /** What began and ended until then; or, where that is the shorter time, how many there are now without what began and ended since. */
    private static final String COUNT = """
            select case when :now - :end < :end - first
                then (select {all} from follow_counts where user_id = {user}) - ({change} >= :end)
                else ({change} < :end) end
            from (select min(timestamp) as first from follow_events e where e.{owner} = {user}) span
            """.replace("{change}", """
            select count(*) filter (where kind in {begins}) - count(*) filter (where kind in {ends})
            from follow_events e where e.{owner} = {user} and e.timestamp""");

    /** @throws Refusal where that is no date */
    static PastList of(User user, Direction direction, String written) {
        try {
            var on = LocalDate.parse(written.strip());
            var today = LocalDate.now(UTC);
            return new PastList(user, direction, on.isAfter(today) ? today : on.isBefore(FIRST) ? FIRST : on);
        } catch (DateTimeParseException e) {
            var list = direction == Direction.FOLLOWERS ? Paths.followersPath(user) : Paths.followingPath(user);
            throw new Refusal("Write the day as year, month and day: " + LocalDate.now(UTC) + ".", new LocalPath(list));
        }
    }

    public boolean followers() {
        return direction == Direction.FOLLOWERS;
    }

    /** Noon of the day, for words that say which it was. */
    public Instant day() {
        return on.atTime(12, 0).toInstant(UTC);
    }

    List<Row> rows(Session session, ListKey before) {
        return session.createNativeQuery(sql(ROWS), Row.class)
                .setParameter("viewer", user.id)
                .setParameter("end", end())
                .setParameter("timestamp", before.timestamp())
                .setParameter("event", before.id())
                .getResultList();
    }

    long count(Session session) {
        return session.createNativeQuery(sql(COUNT), Long.class)
                .setParameter("end", end())
                .setParameter("now", Instant.now())
                .getSingleResult();
    }

    /** Planned for the user who is asked for, who may have three events or a million. */
    private String sql(String text) {
        return text.replace("{user}", user.id.toString())
                .replace("{owner}", direction.owner)
                .replace("{person}", direction.person)
                .replace("{all}", CountColumn.sum(direction, ""))
                .replace("{begins}", EventKind.BEGINS)
                .replace("{ends}", EventKind.ENDS)
                .replace("{visible}", Visibility.USER)
                .replace("{most}", String.valueOf(Slice.SIZE + 1));
    }

    private Instant end() {
        return on.plusDays(1).atStartOfDay().toInstant(UTC);
    }
}
