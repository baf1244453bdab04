package dev.retinue.users;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** How users are found as everyone may see them, in one statement. */
class VisitStatement {

    private static final String SQL = """
            select {u.*}, {c.*} from users u join follow_counts c on c.user_id = u.id
            where u.username_key = any(:keys) and u.hidden_since is null
            """;

    private VisitStatement() {}

    /** Those who are here, by their keys. */
    static Map<String, Seen> read(Set<String> keys, StatelessSession session) {
        return session
                .createNativeQuery(SQL, Object[].class)
                .addEntity("u", User.class)
                .addEntity("c", FollowCounts.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList()
                .stream()
                .map(row -> new Seen((User) row[0], (FollowCounts) row[1], Relation.NONE, Listing.NOBODY))
                .collect(Collectors.toMap(seen -> seen.user().usernameKey, seen -> seen));
    }
}
