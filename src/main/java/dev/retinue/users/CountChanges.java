package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows add to the counts or take from them, to be written at once while the rows are held. */
class CountChanges {

    /** By column and user. */
    private final Map<CountColumn, Map<Long, Integer>> changes = new EnumMap<>(CountColumn.class);

    static CountChanges of(List<Line> follows, int change) {
        var changes = new CountChanges();
        follows.forEach(follow -> changes.add(follow.follower(), follow.followed(), follow.edge(), change));
        return changes;
    }

    CountChanges add(long follower, long followed, Edge edge, int change) {
        add(followed, CountColumn.of(Direction.FOLLOWERS, edge.followerHidden(), edge.secret()), change);
        add(follower, CountColumn.of(Direction.FOLLOWING, edge.followedHidden(), edge.secret()), change);
        return this;
    }

    void add(long user, CountColumn column, int change) {
        changes.computeIfAbsent(column, empty -> new HashMap<>()).merge(user, change, Integer::sum);
    }

    void write() {
        changes.forEach((column, users) -> {
            users.values().removeIf(change -> change == 0);
            if (!users.isEmpty()) {
                write(column, users);
            }
        });
    }

    private static void write(CountColumn column, Map<Long, Integer> changes) {
        var sql = """
                update follow_counts set %1$s = %1$s + change from unnest(?1, ?2) as changes (id, change)
                where user_id = id
                """;
        Panache.getEntityManager()
                .createNativeQuery(sql.formatted(column))
                .setParameter(1, changes.keySet().toArray(Long[]::new))
                .setParameter(2, changes.values().toArray(Integer[]::new))
                .executeUpdate();
    }

    /** In SQL: what the follows {@code changed}, each a {@code step} of 1 or -1, add to the counts of their ends. */
    static String counted() {
        return """
                update follow_counts set version = follow_counts.version + sums.deeds, %s
                from (select user_id, count(*) filter (where user_id = follower_id) as deeds, %s, %s
                    from changed f cross join lateral (values (follower_id), (followed_id)) ends (user_id)
                    group by user_id) sums
                where follow_counts.user_id = sums.user_id
                """.formatted(
                        CountColumn.each("{column} = follow_counts.{column} + sums.{column}"),
                        counted(Direction.FOLLOWERS),
                        counted(Direction.FOLLOWING));
    }

    private static String counted(Direction list) {
        return CountColumn.each(
                list, "coalesce(sum(step) filter (where user_id = f." + list.owner + " and {counted}), 0) as {column}");
    }
}
