package dev.retinue.users;

import dev.retinue.sql.Columns;
import dev.retinue.sql.Micros;
import dev.retinue.sql.PlainSql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * The one statement in which follows of several members begin and end, with the counts of all and their events. It holds them from its
 * beginning, and does what is wished where the two are as they were and the member may follow one more.
 *
 * @param allowance how much each may follow
 */
record WishStatement(Allowance allowance) {

    /** One of each member, as after it they are no longer as they were. */
    private static final String ASKED = """
            select distinct on (follower_id) *, kind = 'UNFOLLOWED' or %s as open_today
            from unnest(:kinds, :followers, :followed, :followerVersions, :followedVersions, :newADay) with ordinality asked
                (kind, follower_id, followed_id, follower_version, followed_version, new_a_day, place)
            where follower_id <> followed_id
            """.formatted(Today.ROOM_TODAY);

    /** Nobody is waited for whom somebody else holds for longer than a moment: all the others would wait as well. */
    private static final String HELD = """
            select * from follow_counts
            where user_id = any(:users) and %s
            order by user_id for update""".formatted(Hold.waitingFor(Turns.MOMENT));

    /** Where both are as they were, so that what the member did today is what this statement sees of it. */
    private static final String SAME = """
            select asked.*, open_today and (kind = 'UNFOLLOWED' or %s) as open from asked
            join held follower on follower.user_id = follower_id and follower.version = follower_version
            join held followed on followed.user_id = followed_id and followed.version = followed_version
            """.formatted(Today.ROOM);

    private static final String BEGUN = """
            insert into follows (follower_id, followed_id, timestamp)
            select follower_id, followed_id, :now from open where kind = 'FOLLOWED'
            on conflict do nothing returning *
            """;

    private static final String ENDED = """
            delete from follows using open
            where follows.follower_id = open.follower_id and follows.followed_id = open.followed_id and kind = 'UNFOLLOWED'
            returning follows.*
            """;

    private static final String DONE = """
            insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note)
            select follower_id, followed_id, kind, :now,
                case kind when 'UNFOLLOWED' then changed.timestamp end, private, note
            from open join changed using (follower_id, followed_id)
            returning *
            """;

    private static final PlainSql SQL = new PlainSql("""
            with asked as materialized (%s), held as (%s), same as (%s), open as (select * from same where open),
                begun as (%s), ended as (%s),
                changed as (select *, 1 as step from begun union all select *, -1 from ended),
                counted as (%s), done as (%s)
            select place, %s, today.following, today.followers, today.people, today.already, today.lately, today.latest
            from same left join done e using (follower_id)
            left join (select same.place, figures.* from same cross join lateral (%s) figures where not open) today using (place)
            where not open or e.id is not null
            """.formatted(
                    ASKED,
                    HELD,
                    SAME,
                    BEGUN,
                    ENDED,
                    CountChanges.counted(),
                    DONE,
                    FollowEvent.columns("e"),
                    Today.sql("held", "same.follower_id", "same.followed_id", "same.new_a_day")));

    /** What came of each, in no transaction but its own; nothing where it takes a {@link Pair}. */
    Map<Wish, Fulfilment> fulfil(Set<Wish> all, StatelessSession session) {
        var now = Micros.now();
        var wishes = List.copyOf(all);
        return allowance
                .limit(SQL.in(session), now)
                .set("now", now)
                .set("users", users(wishes))
                .set("kinds", wishes.stream().map(wish -> wish.kind().name()).toArray(String[]::new))
                .set("followers", each(wishes, Wish::follower))
                .set("followed", each(wishes, Wish::followed))
                .set("followerVersions", each(wishes, wish -> wish.before().follower()))
                .set("followedVersions", each(wishes, wish -> wish.before().followed()))
                .set("newADay", each(wishes, Wish::newADay))
                .list(row -> Map.entry(wishes.get((int) row.number() - 1), fulfilment(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Fulfilment fulfilment(Columns row) throws SQLException {
        var event = new FollowEvent(row);
        return event.id == null ? new Fulfilment(null, Today.read(row)) : new Fulfilment(event, null);
    }

    private static Long[] users(List<Wish> wishes) {
        return wishes.stream()
                .flatMap(wish -> Stream.of(wish.follower(), wish.followed()))
                .distinct()
                .toArray(Long[]::new);
    }

    private static Long[] each(List<Wish> wishes, Function<Wish, Long> what) {
        return wishes.stream().map(what).toArray(Long[]::new);
    }
}
