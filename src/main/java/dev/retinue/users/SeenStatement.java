package dev.retinue.users;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** How a user is found as a member sees them, in one statement. Nobody is found of whom the member may not know. */
public class SeenStatement {

    /** Of a user {@code u} with the counts {@code c}, for the viewer of a {@code look}. */
    private static final String SIGHT = """
            look.viewer, {u.*}, {c.*}, array(select tie from (%s) tied) as ties,
                coalesce((select note from follows where follower_id = look.viewer and followed_id = u.id), '') as note,
                (select version from follow_counts join users on id = user_id
                    where user_id = look.viewer and hidden_since is null) as version,
                known.count, known.names""".formatted(Tied.sql("look.viewer", "= u.id"));

    private static final String KNOWN = "(" + KnownFollowers.SQL + ")";

    private static final String UNKNOWN = "(select 0::bigint as count, '{}'::varchar[] as names)";

    private static final String LOOK = "(select cast(:key as text) as key, cast(:viewer as bigint) as viewer) look";

    private static final String SEEN = text("", LOOK, false);

    private static final String MET = text("", LOOK, true);

    private SeenStatement() {}

    /** How that member sees them, as far as they may know of them. */
    static Optional<Sight> read(Whom whom, long viewer, StatelessSession session) {
        return typed(session.createNativeQuery(whom.known() ? MET : SEEN, Object[].class))
                .setParameter("key", whom.key())
                .setParameter("viewer", viewer)
                .uniqueResultOptional()
                .flatMap(row -> sight(row, 0));
    }

    /**
     * How many are seen at once, as a statement of which {@link #sight} reads the rows.
     *
     * @param first columns before those of a sight
     * @param looks what has a {@code look}, with the id of a {@code viewer} and the {@code key} of whoever is looked at; each gives a
     *     row, also where nobody is found
     * @param known whether it is asked whom the viewer knows among the followers
     */
    public static String text(String first, String looks, boolean known) {
        return """
                select %s%s from %s
                left join users u on u.username_key = look.key and u.hidden_since is null
                left join follow_counts c on c.user_id = u.id
                cross join lateral %s known
                """.formatted(first, SIGHT, looks, known ? KNOWN : UNKNOWN);
    }

    /** The query, which is told of what type the columns of a sight are, and what time it is. */
    public static NativeQuery<Object[]> typed(NativeQuery<Object[]> query) {
        return query.addScalar("viewer", Long.class)
                .addEntity("u", User.class)
                .addEntity("c", FollowCounts.class)
                .addScalar("ties", String[].class)
                .addScalar("note", String.class)
                .addScalar("version", Long.class)
                .addScalar("count", Long.class)
                .addScalar("names", String[].class)
                .setParameter("now", Instant.now());
    }

    /** What such a row tells, from that column on. Nothing, too, where the member is hidden since the request began. */
    public static Optional<Sight> sight(Object[] row, int from) {
        var counts = (FollowCounts) row[from + 2];
        var version = (Long) row[from + 5];
        if (counts == null || version == null) {
            return Optional.empty();
        }
        var relation = relation((String[]) row[from + 3], (String) row[from + 4]);
        if (relation.blocked()) {
            return Optional.empty();
        }
        var seen = new Seen((User) row[from + 1], counts, relation, (Long) row[from]);
        var known = new Acquaintances((Long) row[from + 6], (String[]) row[from + 7]);
        return Optional.of(Sight.of(seen, known, version));
    }

    private static Relation relation(String[] ties, String note) {
        return new Relation(Arrays.stream(ties).map(Tie::valueOf).collect(Collectors.toUnmodifiableSet()), note);
    }
}
