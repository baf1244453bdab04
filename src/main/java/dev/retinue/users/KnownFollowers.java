package dev.retinue.users;

import java.time.Instant;
import org.hibernate.Session;

/** The one statement that finds whom of a user's followers the viewer follows. */
record KnownFollowers(long viewer, Seen seen) {

    /** Up to so many followers are gone through one by one, to see whom the viewer follows. */
    private static final int FEW = 500;

    /**
     * Whom the viewer follows, looked up once, for each of a few followers to be found in. That is all read from indexes: also who
     * is private, and who is hidden goes by the user. {@code is true} and {@code offset 0} keep it from being a join, which reads
     * more.
     */
    private static final String AMONG_FEW = """
            select f.follower_id, f.timestamp from follows f
            where f.followed_id = :user
                and (f.follower_id in (select followed_id from follows where follower_id = :viewer)) is true
                and f.follower_id not in (select follower_id from follows where followed_id = :user and private)
            offset 0
            """;

    /**
     * The same from the other side: each of the viewer's newest 7,500 is looked for among many followers. {@code offset 0} keeps it
     * from being a join, which may read the followers.
     */
    private static final String AMONG_MANY = """
            select followed_id as follower_id, f.timestamp from (
                select followed_id from follows where follower_id = :viewer
                order by timestamp desc, followed_id desc limit 7500) mine
            cross join lateral (
                select timestamp, private, follower_hidden from follows
                where follower_id = mine.followed_id and followed_id = :user offset 0) f
            where %s
            """.formatted(Visibility.follow(Direction.FOLLOWERS, false));

    Acquaintances in(Session session) {
        return session.createNativeQuery(text(), Acquaintances.class)
                .setParameter("viewer", viewer)
                .setParameter("user", seen.user().id)
                .setParameter("now", Instant.now())
                .getSingleResult();
    }

    private String text() {
        return """
                with known as materialized (
                    select follower_id, timestamp, username from (%s) followers join users u on u.id = follower_id
                    where %s and follower_id not in (select muted_id from mutes
                        where muter_id = :viewer and (until is null or until > :now)))
                select (select count(*) from known),
                    array(select username from known order by timestamp desc, follower_id desc limit 2)
                """.formatted(seen.counts().followers <= FEW ? AMONG_FEW : AMONG_MANY, Visibility.USER);
    }
}
