package dev.retinue.users;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** One of each member, as after it they are no longer as they were. */
    private static final String ASKED = """
            select distinct on (follower_id) *, kind = 'UNFOLLOWED' or %s as open
            from unnest(:kinds, :followers, :followed, :followerVersions, :followedVersions, :newADay) asked
                (kind, follower_id, followed_id, follower_version, followed_version, new_a_day)
            where follower_id <> followed_id
            """.formatted(Today.ROOM_TODAY);

    /** Whoever is held by somebody else for longer than a moment is not waited for: all the others would wait as well. */
    private static final String HELD = """
            select * from follow_counts
            where user_id = any(:users) and (select set_config('lock_timeout', '%d', true)) <> ''
            order by user_id for update""".formatted(PATIENCE.toMillis());

    private static final String OPEN = """
            select asked.* from asked
            join held follower on follower.user_id = follower_id and follower.version = follower_version
            join held followed on followed.user_id = followed_id and followed.version = followed_version
            where open and (kind = 'UNFOLLOWED' or %s)
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

    private static final String SQL = """
            with asked as materialized (%s), held as (%s), open as (%s), begun as (%s), ended as (%s),
                changed as (select *, 1 as step from begun union all select *, -1 from ended),
                counted as (%s)
            insert into follow_events (follower_id, followed_id, kind, timestamp, since, private, note)
            select follower_id, followed_id, kind, :now,
                case kind when 'UNFOLLOWED' then changed.timestamp end, private, note
            from open join changed using (follower_id, followed_id)
            returning *
            """.formatted(ASKED, HELD, OPEN, BEGUN, ENDED, FollowCounts.counted());

    /** What was done of it, in no transaction but its own. */
    Map<Wish, FollowEvent> fulfil(Set<Wish> all, StatelessSession session) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var wishes = List.copyOf(all);
        var events = allowance
                .limit(session.createNativeQuery(SQL, FollowEvent.class), now)
                .setParameter("now", now)
                .setParameter("users", users(wishes))
                .setParameter(
                        "kinds", wishes.stream().map(wish -> wish.kind().name()).toArray(String[]::new))
                .setParameter("followers", each(wishes, Wish::follower))
                .setParameter("followed", each(wishes, Wish::followed))
                .setParameter(
                        "followerVersions", each(wishes, wish -> wish.before().follower()))
                .setParameter(
                        "followedVersions", each(wishes, wish -> wish.before().followed()))
                .setParameter("newADay", each(wishes, Wish::newADay))
                .getResultList();
        return events.stream().collect(Collectors.toMap(event -> wish(wishes, event), event -> event));
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

    private static Wish wish(List<Wish> wishes, FollowEvent event) {
        return wishes.stream()
                .filter(wish -> wish.isFulfilledBy(event))
                .findFirst()
                .orElseThrow();
    }
}
