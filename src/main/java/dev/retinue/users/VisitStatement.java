package dev.retinue.users;

import dev.retinue.sql.PlainSql;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** How users are found as everyone may see them, in one statement. */
class VisitStatement {

    private static final PlainSql SQL = new PlainSql("""
            select %s, %s from users u join follow_counts c on c.user_id = u.id
            where u.username_key = any(:keys) and u.hidden_since is null
            """.formatted(User.columns("u"), FollowCounts.columns("c")));

    private VisitStatement() {}

    /** Those who are here, by their keys. */
    static Map<String, Seen> read(Set<String> keys, StatelessSession session) {
        return SQL
                .in(session)
                .set("keys", keys.toArray(String[]::new))
                .list(row -> new Seen(new User(row), new FollowCounts(row), Relation.NONE, Listing.NOBODY))
                .stream()
                .collect(Collectors.toMap(seen -> seen.user().usernameKey, seen -> seen));
    }
}
