package dev.retinue.history;

import dev.retinue.users.Circle;
import dev.retinue.users.Direction;
import dev.retinue.users.ListKey;
import dev.retinue.users.Seen;
import dev.retinue.users.Slice;
import dev.retinue.users.Visibility;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Whom two people follow, both or one of them, as far as the viewer may see it. */
record Comparison(Seen one, Seen other) {

    static final long COUNTED = 10_000;

    /** From the one's list, whoever is in the other's, or is not. */
    private static final String ROWS = """
            from follows f join users u on u.id = f.followed_id
            where f.follower_id = :one and {one} and {user} and f.followed_id {in} (
                select f2.followed_id from follows f2 where f2.follower_id = :other and {other})
            """;

    Slice<Circle.Row> people(Side side, ListKey before) {
        var rows = query(
                        "select u.id, u.username, u.avatar, f.timestamp, u.private_since is not null, false ",
                        " and (f.timestamp, u.id) < (:timestamp, :id) order by f.timestamp desc, u.id desc limit "
                                + (Slice.SIZE + 1),
                        side,
                        Circle.Row.class)
                .setParameter("timestamp", before.timestamp())
                .setParameter("id", before.id())
                .getResultList();
        return Slice.of(rows);
    }

    /** How many; where there are more than {@value #COUNTED}, one more than that. */
    long count(Side side) {
        return query("select count(*) from (select ", " limit " + (COUNTED + 1) + ") counted", side, Long.class)
                .getSingleResult();
    }

    List<Long> counts() {
        return List.of(count(Side.BOTH), count(Side.ONE), count(Side.OTHER));
    }

    private <T> NativeQuery<T> query(String before, String after, Side side, Class<T> type) {
        var from = side == Side.OTHER ? other : one;
        var to = side == Side.OTHER ? one : other;
        var sql = before
                + ROWS.replace("{one}", visible(from))
                        .replace("{other}", visible(to).replace("f.", "f2."))
                        .replace("{user}", Visibility.USER)
                        .replace("{in}", side == Side.BOTH ? "in" : "not in")
                + after;
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql, type)
                .setParameter("one", from.user().id)
                .setParameter("other", to.user().id)
                .setParameter("viewer", one.viewer());
    }

    private static String visible(Seen seen) {
        return Visibility.follow(Direction.FOLLOWING, seen.self());
    }
}
