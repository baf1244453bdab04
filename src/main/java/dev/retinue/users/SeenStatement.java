package dev.retinue.users;

import dev.retinue.sql.Columns;
import dev.retinue.sql.PlainSql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** How a user is found as a member sees them, in one statement. Nobody is found of whom the member may not know. */
public class SeenStatement {

    /** Of a user {@code u} with the counts {@code c}, for the viewer of a {@code look}. */
    private static final String SIGHT =
            """
            look.viewer, %s, %s, array(select tie from (%s) tied) as ties,
                coalesce((select note from follows where follower_id = look.viewer and followed_id = u.id), '') as note,
                (select version from follow_counts join users on id = user_id
                    where user_id = look.viewer and hidden_since is null) as version,
                known.count, known.names""".formatted(User.columns("u"), FollowCounts.columns("c"), Tied.sql("look.viewer", "= u.id"));

    private static final String KNOWN = "(" + KnownFollowers.SQL + ")";

    private static final String UNKNOWN = "(select 0::bigint as count, '{}'::varchar[] as names)";

    private static final String LOOK = "(select cast(:key as text) as key, cast(:viewer as bigint) as viewer) look";

    private static final PlainSql SEEN = new PlainSql(text("", LOOK, false));

    private static final PlainSql MET = new PlainSql(text("", LOOK, true));

    private SeenStatement() {}

    /** How that member sees them, as far as they may know of them. */
    static Optional<Sight> read(Whom whom, long viewer, StatelessSession session) {
        return (whom.known() ? MET : SEEN)
                        .in(session)
                        .set("now", Instant.now())
                        .set("key", whom.key())
                        .set("viewer", viewer)
                        .list(SeenStatement::sight)
                        .stream()
                        .findAny()
                        .flatMap(sight -> sight);
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

    /** What such a row tells from there on. Nothing, too, where the member is hidden since the request began. */
    public static Optional<Sight> sight(Columns row) throws SQLException {
        var viewer = row.number();
        var user = new User(row);
        var counts = new FollowCounts(row);
        var relation = relation(row.texts(), row.text());
        var version = row.numberOrNull();
        var known = new Acquaintances(row.number(), row.texts());
        return counts.userId == null || version == null || relation.blocked()
                ? Optional.empty()
                : Optional.of(Sight.of(new Seen(user, counts, relation, viewer), known, version));
    }

    private static Relation relation(String[] ties, String note) {
        return new Relation(Arrays.stream(ties).map(Tie::valueOf).collect(Collectors.toUnmodifiableSet()), note);
    }
}
