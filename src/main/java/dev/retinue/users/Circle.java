package dev.retinue.users;

import dev.retinue.sql.Columns;
import dev.retinue.web.Text;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.Page;

/** Who is here and who follows whom, as queries that are checked when the code compiles. */
public interface Circle {

    /**
     * Someone in a list, and since when.
     *
     * @param asks whether one has to ask to follow them
     * @param secret whether only the two know of the follow
     */
    record Row(long id, String username, String avatar, Instant since, boolean asks, boolean secret) implements Listed {

        static Row read(Columns row) throws SQLException {
            return new Row(row.number(), row.text(), row.text(), row.time(), row.flag(), row.flag());
        }
    }

    /** Somebody who is muted, since when and until when; without an end where that is null. */
    record Silence(long id, String username, String avatar, Instant since, Instant until) implements Listed {

        @Override
        public String detail() {
            return until == null ? "until you undo it" : "until " + Text.exact(until);
        }
    }

    /** A number for a user. */
    record Tally(long user, long count) {}

    Page MORE = Page.page(Slice.SIZE + 1, 0);

    Session session();

    /** As everyone may see them. */
    default Optional<Seen> seen(String key) {
        return anew(session ->
                Optional.ofNullable(VisitStatement.read(Set.of(key), session).get(key)));
    }

    /** How a member sees them, as far as they may know of them. */
    default Optional<Sight> sight(Whom whom, long viewer) {
        return anew(session -> SeenStatement.read(whom, viewer, session));
    }

    /** Reads what is there, whatever the page has read before. */
    private <T> T anew(Function<StatelessSession, T> reading) {
        try (var session = session().statelessWithOptions().connection().open()) {
            return reading.apply(session);
        }
    }

    /** One row more than a page of that list shows, in the order of reading. */
    default List<Row> rows(Listing listing, Place place) {
        return rows(listing, place, ListPage.SIZE + 1);
    }

    /** The first of that list. */
    default List<Row> rows(Listing listing, int most) {
        return rows(listing, Place.TOP, most);
    }

    /** At most so many rows of that list, in the order of reading. */
    default List<Row> rows(Listing listing, Place place, int most) {
        return new ListStatement(listing, place, most).rows(session());
    }

    /** One row more than a page of what that list was, the newest first. */
    default List<PastList.Row> rows(PastList list, ListKey before) {
        return list.rows(session(), before);
    }

    /** How long it was. */
    default long count(PastList list) {
        return list.count(session());
    }

    /** The newest members before that place, but for those whom the viewer mutes. */
    default List<Row> newest(long viewer, ListKey before, int size) {
        return session()
                .createNativeQuery("""
                        select id, username, avatar, created_at, private_since is not null, false from users u
                            where id < :before and %s
                            and not exists (select from mutes where muter_id = :viewer and muted_id = u.id
                                and (until is null or until > :now))
                        order by id desc limit :size
                        """.formatted(Visibility.USER), Row.class)
                .setParameter("before", before.id())
                .setParameter("viewer", viewer)
                .setParameter("now", Instant.now())
                .setParameter("size", size)
                .getResultList();
    }

    /** Members by their names, but for those whom a block keeps apart from the viewer; the likeliest first. */
    default List<Row> named(Find find, long viewer, int most) {
        return NameStatement.rows(find, viewer, most, session());
    }

    /** How many of each one's followers the viewer knows: of those whose followers every member may see. */
    default Map<Long, Long> knownFollowers(long viewer, Long... users) {
        return session()
                .createNativeQuery("""
                        select c.user_id, known.count from (select cast(:viewer as bigint) as viewer) look
                        join follow_counts c on c.user_id = any(:users)
                        join users u on u.id = c.user_id and u.followers_for in ('EVERYONE', 'MEMBERS')
                        cross join lateral (%s) known
                        """.formatted(KnownFollowers.SQL), Tally.class)
                .setParameter("users", users)
                .setParameter("viewer", viewer)
                .setParameter("now", Instant.now())
                .getResultStream()
                .collect(Collectors.toMap(Tally::user, Tally::count));
    }

    /** Whom the user blocks. */
    default List<Row> blocked(long user, ListKey before) {
        return blocked(user, before.timestamp(), before.id(), MORE);
    }

    /** Whom the user mutes. */
    default List<Silence> muted(long user, ListKey before) {
        return muted(user, Instant.now(), before.timestamp(), before.id(), MORE);
    }

    @HQL("""
            select u.id, u.username, u.avatar, b.timestamp, false, false from Block b join User u on u.id = b.blocked.id
            where b.blocker.id = :user and u.hiddenSince is null
                and (b.timestamp, b.blocked.id) < (:before, :id)
            order by b.timestamp desc, b.blocked.id desc""")
    List<Row> blocked(long user, Instant before, long id, Page page);

    @HQL("""
            select u.id, u.username, u.avatar, m.timestamp, m.until from Mute m join User u on u.id = m.muted.id
            where m.muter.id = :user and (m.until is null or m.until > :now) and u.hiddenSince is null
                and (m.timestamp, m.muted.id) < (:before, :id)
            order by m.timestamp desc, m.muted.id desc""")
    List<Silence> muted(long user, Instant now, Instant before, long id, Page page);
}
