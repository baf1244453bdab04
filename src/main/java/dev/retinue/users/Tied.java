package dev.retinue.users;

import dev.retinue.sql.PlainSql;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * A tie of the viewer to somebody.
 *
 * @param tie the name of a {@link Tie}
 * @param note what the viewer keeps in mind about a follow, or nothing
 */
record Tied(long other, String tie, String note) {

    private static final String TO = """
            select followed_id as other, case when private then 'FOLLOWING_PRIVATELY' else 'FOLLOWING' end as tie, note
                from follows where follower_id = {viewer} and followed_id {others}
            union all {followed by}
            union all select followed_id, 'REQUESTED', ''
                from follow_requests where follower_id = {viewer} and followed_id {others}
            union all select follower_id, 'ASKED', '' from follow_requests
                where followed_id = {viewer} and follower_id {others} and declined_at is null
            union all select muted_id, 'MUTING', '' from mutes
                where muter_id = {viewer} and muted_id {others} and (until is null or until > :now)
            union all select blocked_id, 'BLOCKING', ''
                from blocks where blocker_id = {viewer} and blocked_id {others}
            union all select blocker_id, 'BLOCKED_BY', ''
                from blocks where blocked_id = {viewer} and blocker_id {others}
            """;

    private static final String FOLLOWED_BY =
            "select follower_id, 'FOLLOWED_BY', '' from follows where followed_id = {viewer} and follower_id {others}";

    private static final String MANY_FOLLOW = "exists (select from follow_counts where user_id = {viewer} and "
            + CountColumn.sum(Direction.FOLLOWERS, "") + " > " + KnownFollowers.FEW + ")";

    /**
     * Few followers are gone through, as that is one walk through an index; among many, each of the others is looked up. The
     * database would plan the one or the other for every viewer, but for {@code offset 0}.
     */
    private static final String FOLLOWED_BY_SOME = """
            select follower_id, 'FOLLOWED_BY', '' from (
                select follower_id from follows where followed_id = {viewer} and not {many} offset 0) f
                where follower_id = any(:others)
            union all select follower_id, 'FOLLOWED_BY', '' from unnest(:others) other (id) cross join lateral (
                select follower_id from follows where follower_id = other.id and followed_id = {viewer} offset 0) f
                where {many}
            """.replace("{many}", MANY_FOLLOW);

    private static final String TO_SOME = sql(FOLLOWED_BY_SOME, ":viewer", "= any(:others)");

    private static final PlainSql SHOWN = new PlainSql(TO_SOME);

    private static final PlainSql ANYBODY = new PlainSql(TO_SOME + """
            union all select id, 'HIDDEN', '' from users where id = any(:others)
                and (hidden_since is not null or exists (select from users where id = :viewer and hidden_since is not null))
            """);

    /**
     * The ties of a viewer, at {@code :now}, to whoever meets that condition, such as {@code = u.id}: {@code other}, {@code tie} and {@code note}. Not
     * who is hidden: a page leaves them out, and a viewer who is hidden has no session.
     */
    static String sql(String viewer, String other) {
        return sql(FOLLOWED_BY, viewer, other);
    }

    private static String sql(String followedBy, String viewer, String others) {
        return TO.replace("{followed by}", followedBy)
                .replace("{viewer}", viewer)
                .replace("{others}", others);
    }

    /** Every tie to any of these, whom the viewer is shown, in one statement. */
    static List<Tied> to(long viewer, Long... others) {
        return read(SHOWN, viewer, others);
    }

    /** Likewise to whoever it is: that one of the two is hidden is told, too. */
    static List<Tied> toAnybody(long viewer, Long... others) {
        return read(ANYBODY, viewer, others);
    }

    private static List<Tied> read(PlainSql sql, long viewer, Long... others) {
        return sql.in(Panache.getEntityManager().unwrap(Session.class))
                .set("viewer", viewer)
                .set("others", others)
                .set("now", Instant.now())
                .list(row -> new Tied(row.number(), row.text(), row.text()));
    }
}
