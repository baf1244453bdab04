package dev.retinue.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Members by their names, many at once. */
@ApplicationScoped
public class Directory {

    private static final int PIECE = 1_000;

    private static final String NAMED = """
            select username_key as key, id, private_since is not null as asks from users where username_key = any(:keys)
            union all
            select former.username_key, u.id, u.private_since is not null
                from former_usernames former join users u on u.id = former.user_id
                where former.username_key = any(:keys)
            """;

    @Inject
    Session session;

    /** Somebody who has that key, or had it. */
    record Named(String key, long id, boolean asks) {}

    /** @param asks whether they accept who follows */
    public record Member(long id, boolean asks, Relation relation) {}

    /** Those of the keys that somebody has or had, and what the viewer and they are to each other. */
    public Map<String, Member> named(User viewer, Collection<String> keys) {
        var members = new HashMap<String, Member>();
        var all = List.copyOf(keys);
        for (var from = 0; from < all.size(); from += PIECE) {
            add(viewer, all.subList(from, Math.min(all.size(), from + PIECE)), members);
        }
        return members;
    }

    /** The usernames that begin so, in any case and with spaces or underscores; in order. */
    public List<String> beginningWith(String begin, int most) {
        return session.createNativeQuery(
                        """
                        select username from users where username_key like %s order by username_key limit :most
                        """.formatted(Literal.of(Find.pattern(Username.key(begin)) + "%")), String.class)
                .setParameter("most", most)
                .getResultList();
    }

    private void add(User viewer, List<String> keys, Map<String, Member> members) {
        var named = session.createNativeQuery(NAMED, Named.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList();
        var tied = Tied.toAnybody(
                        viewer.id, named.stream().map(Named::id).distinct().toArray(Long[]::new))
                .stream()
                .collect(Collectors.groupingBy(Tied::other));
        named.forEach(each -> members.put(
                each.key, new Member(each.id, each.asks, Relation.to(each.id, tied.getOrDefault(each.id, List.of())))));
    }
}
