package dev.retinue.users;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The one statement that finds a user of that name as a member sees them. Nobody where the member may not know of such a user. */
record SeenStatement(String key, long viewer) {

    private static final String TEXT = """
            select {u.*}, {c.*}, array(select tie from (%1$s) tied) as ties,
                coalesce((select note from follows where follower_id = :viewer and followed_id = u.id), '') as note%2$s
            from users u join follow_counts c on c.user_id = u.id %3$s
            where u.username_key = :key and u.hidden_since is null
            """;

    private static final String SEEN = TEXT.formatted(Tied.sql("= u.id"), "", "");

    private static final String MET = TEXT.formatted(
            Tied.sql("= u.id"), ", known.count, known.names", "cross join lateral (" + KnownFollowers.SQL + ") known");

    private static final String GLANCED = TEXT.formatted(Tied.sql("= u.id"), """
            , (select version from follow_counts join users on id = user_id
                where user_id = :viewer and hidden_since is null) as version""", "");

    Optional<Seen> seen(Session session) {
        return query(session, SEEN).uniqueResultOptional().map(this::read).filter(SeenStatement::isThere);
    }

    /** With whom of the followers the member follows. */
    Optional<Met> met(Session session) {
        return query(session, MET)
                .addScalar("count", Long.class)
                .addScalar("names", String[].class)
                .uniqueResultOptional()
                .map(row -> Met.of(read(row), new Acquaintances((Long) row[4], (String[]) row[5])))
                .filter(met -> isThere(met.seen()));
    }

    /** With the version of the member's own counts. Nothing where the member is hidden since the request began. */
    Optional<Glance> glance(Session session, User member) {
        return query(session, GLANCED)
                .addScalar("version", Long.class)
                .uniqueResultOptional()
                .filter(row -> row[4] != null)
                .map(row -> new Glance(member, (Long) row[4], read(row)))
                .filter(glance -> isThere(glance.seen()));
    }

    private NativeQuery<Object[]> query(Session session, String text) {
        return session.createNativeQuery(text, Object[].class)
                .addEntity("u", User.class)
                .addEntity("c", FollowCounts.class)
                .addScalar("ties", String[].class)
                .addScalar("note", String.class)
                .setParameter("key", key)
                .setParameter("viewer", viewer)
                .setParameter("now", Instant.now());
    }

    private Seen read(Object[] row) {
        var ties = Arrays.stream((String[]) row[2]).map(Tie::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Seen((User) row[0], (FollowCounts) row[1], new Relation(ties, (String) row[3]), viewer);
    }

    private static boolean isThere(Seen seen) {
        return !seen.relation().blocked();
    }
}
