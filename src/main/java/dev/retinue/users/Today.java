package dev.retinue.users;

import dev.retinue.sql.Columns;
import dev.retinue.sql.PlainQuery;
import dev.retinue.sql.PlainSql;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/**
 * How many somebody follows and is followed by in all, and whom they began to follow, or to ask, within a day; each counts once.
 *
 * @param already whether the one in question is among them
 * @param lately how often within a minute, the same ones again included
 * @param latest when so many were followed that there is room for one more as soon as that is a day ago
 */
record Today(long following, long followers, long people, boolean already, long lately, Instant latest) {

    static final Duration MINUTE = Duration.ofMinutes(1);

    static final Duration DAY = Duration.ofDays(1);

    /** In SQL: whom that one began to follow, or to ask, since then, each once. */
    private static final String PEOPLE = """
            (select followed_id, max(timestamp) as latest, count(*) filter (where timestamp > :minute) as lately
            from follow_events
            where follower_id = %s and kind in ('FOLLOWED', 'REQUESTED') and fresh and timestamp > :since
            group by followed_id) people""";

    /** In SQL: whether the counts {@code follower} have room for one more. */
    static final String ROOM = "%s < greatest(:following, floor(:perFollower * (%s)))"
            .formatted(
                    CountColumn.sum(Direction.FOLLOWING, "follower."),
                    CountColumn.sum(Direction.FOLLOWERS, "follower."));

    /** In SQL: whether the day has room for a follow that is {@code asked} for. */
    static final String ROOM_TODAY = """
            (select coalesce(sum(lately), 0) < :aMinute
                and (count(*) < new_a_day or coalesce(bool_or(people.followed_id = asked.followed_id), false))
            from %s)
            """.formatted(PEOPLE.formatted("asked.follower_id"));

    private static final PlainSql SQL = new PlainSql(sql("follow_counts", ":user", ":other", ":most"));

    /** In SQL: what this is of a user, whose counts are in that table, with another one in question. */
    static String sql(String counts, String user, String other, String most) {
        return """
                select %s as following, %s as followers, today.*
                from %s c cross join lateral (
                    select count(*) as people, coalesce(bool_or(followed_id = %s), false) as already,
                        coalesce(sum(lately), 0)::bigint as lately,
                        (array_agg(latest order by latest))[greatest(count(*) - %s, 0) + 1] as latest
                    from %s) today
                where c.user_id = %s
                """.formatted(
                        CountColumn.sum(Direction.FOLLOWING, "c."),
                        CountColumn.sum(Direction.FOLLOWERS, "c."),
                        counts,
                        other,
                        most,
                        PEOPLE.formatted(user),
                        user);
    }

    /** What such a row tells from there on. */
    static Today read(Columns row) throws SQLException {
        return new Today(row.number(), row.number(), row.number(), row.flag(), row.number(), row.time());
    }

    /** @param most how many people there may be */
    static Today of(User user, User other, Instant now, long most) {
        var query = SQL.in(Panache.getEntityManager().unwrap(Session.class));
        return since(query, now)
                .set("user", user.id)
                .set("other", other.id)
                .set("most", most)
                .list(Today::read)
                .stream()
                .findAny()
                .orElseThrow(NotFoundException::new);
    }

    /** Tells the query when a minute and a day ago was. */
    static PlainQuery since(PlainQuery query, Instant now) {
        return query.set("minute", now.minus(MINUTE)).set("since", now.minus(DAY));
    }
}
