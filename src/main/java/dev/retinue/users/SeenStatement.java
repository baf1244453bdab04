package dev.retinue.users;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** How a user is found as a member sees them, in one statement. Nobody is found of whom the member may not know. */
public class SeenStatement {

    /** So many values of a row are a sight; after these come others. */
    public static final int COLUMNS = 8;

    /** Of a user {@code u} with the counts {@code c}, for the viewer of a {@code look}. */
    private static final String SIGHT = """
            look.viewer, {u.*}, {c.*}, array(select tie from (%s) tied) as ties,
                coalesce((select note from follows where follower_id = look.viewer and followed_id = u.id), '') as note,
                (select version from follow_counts join users on id = user_id
                    where user_id = look.viewer and hidden_since is null) as version,
                known.count, known.names""".formatted(Tied.sql("look.viewer", "= u.id"));

    private static final String KNOWN = "(" + KnownFollowers.SQL + ")";

    private static final String UNKNOWN = "(select 0::bigint as count, '{}'::varchar[] as names)";

    private SeenStatement() {}

    /** Whom that member sees, as far as they may know of them. */
    static Optional<Sight> read(Look look, boolean known, StatelessSession session) {
        var text = text("", "(select cast(:key as text) as key, cast(:viewer as bigint) as viewer) look", known);
        return typed(session.createNativeQuery(text, Object[].class))
                .setParameter("key", look.key())
                .setParameter("viewer", look.viewer())
                .uniqueResultOptional()
                .flatMap(SeenStatement::sight);
    }

    /**
     * @param more columns, after those of a sight
     * @param looks what has a {@code look}, with the id of a {@code viewer} and the {@code key} of whoever is looked at; each gives a
     *     row, also where nobody is found
     * @param known whether it is asked whom the viewer knows among the followers
     */
    public static String text(String more, String looks, boolean known) {
        return """
                select %s%s from %s
                left join users u on u.username_key = look.key and u.hidden_since is null
                left join follow_counts c on c.user_id = u.id
                cross join lateral %s known
                """.formatted(SIGHT, more, looks, known ? KNOWN : UNKNOWN);
    }

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

    /** What such a row tells. Nothing, too, where the member is hidden since the request began. */
    public static Optional<Sight> sight(Object[] row) {
        if (row[1] == null || row[5] == null) {
            return Optional.empty();
        }
        var ties = Arrays.stream((String[]) row[3]).map(Tie::valueOf).collect(Collectors.toUnmodifiableSet());
        var relation = new Relation(ties, (String) row[4]);
        if (relation.blocked()) {
            return Optional.empty();
        }
        var seen = new Seen((User) row[1], (FollowCounts) row[2], relation, (Long) row[0]);
        return Optional.of(Sight.of(seen, new Acquaintances((Long) row[6], (String[]) row[7]), (Long) row[5]));
    }
}
