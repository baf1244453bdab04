package dev.retinue.users;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryProducer;

/**
 * The one statement that finds users as members see them, for as many as look at the same time. Nobody is found of whom the member
 * may not know.
 */
record SeenStatement(Set<Look> looks) {

    private static final String TEXT = """
            select look.viewer, {u.*}, {c.*}, array(select tie from (%1$s) tied) as ties,
                coalesce((select note from follows where follower_id = look.viewer and followed_id = u.id), '') as note%2$s
            from unnest(cast(:keys as text[]), cast(:viewers as bigint[])) look (key, viewer)
            join users u on u.username_key = look.key join follow_counts c on c.user_id = u.id %3$s
            where u.hidden_since is null
            """;

    private static final String SEEN = text("", "");

    private static final String MET =
            text(", known.count, known.names", "cross join lateral (" + KnownFollowers.SQL + ") known");

    private static final String GLANCED = text("""
            , (select version from follow_counts join users on id = user_id
                where user_id = look.viewer and hidden_since is null) as version""", "");

    Map<Look, Seen> seen(StatelessSession session) {
        return read(query(session, SEEN), SeenStatement::seen, Function.identity());
    }

    /** With whom of the followers the member follows. */
    Map<Look, Met> met(StatelessSession session) {
        return read(
                query(session, MET).addScalar("count", Long.class).addScalar("names", String[].class),
                row -> Met.of(seen(row), new Acquaintances((Long) row[5], (String[]) row[6])),
                Met::seen);
    }

    /** By the member, with the version of their own counts. Nothing where the member is hidden since the request began. */
    Optional<Glance> glance(QueryProducer session, User member) {
        return query(session, GLANCED)
                .addScalar("version", Long.class)
                .uniqueResultOptional()
                .filter(row -> row[5] != null && isThere(seen(row)))
                .map(row -> new Glance(member, (Long) row[5], seen(row)));
    }

    private NativeQuery<Object[]> query(QueryProducer session, String text) {
        return session.createNativeQuery(text, Object[].class)
                .addScalar("viewer", Long.class)
                .addEntity("u", User.class)
                .addEntity("c", FollowCounts.class)
                .addScalar("ties", String[].class)
                .addScalar("note", String.class)
                .setParameter("keys", looks.stream().map(Look::key).toArray(String[]::new))
                .setParameter("viewers", looks.stream().map(Look::viewer).toArray(Long[]::new))
                .setParameter("now", Instant.now());
    }

    private static <T> Map<Look, T> read(
            NativeQuery<Object[]> query, Function<Object[], T> sight, Function<T, Seen> seen) {
        return query.getResultList().stream()
                .map(sight)
                .filter(found -> isThere(seen.apply(found)))
                .collect(Collectors.toMap(found -> seen.apply(found).look(), found -> found));
    }

    private static Seen seen(Object[] row) {
        var ties = Arrays.stream((String[]) row[3]).map(Tie::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Seen((User) row[1], (FollowCounts) row[2], new Relation(ties, (String) row[4]), (Long) row[0]);
    }

    private static boolean isThere(Seen seen) {
        return !seen.relation().blocked();
    }

    private static String text(String columns, String join) {
        return TEXT.formatted(Tied.sql("look.viewer", "= u.id"), columns, join);
    }
}
