package dev.retinue.users;

/** Whom of somebody else's followers the viewer of a {@code look} follows, in SQL: somebody else is {@code c}, a row of counts. */
class KnownFollowers {

    /** Up to so many followers are gone through one by one; among more, each of those in question is looked for. */
    static final int FEW = 500;

    /** Likewise for a viewer who follows many, as to go through ten followers costs no more than to look for one. */
    private static final String FEWER = """
            (c.followers <= %d or c.followers <= 10 * (select following from follow_counts where user_id = look.viewer))
            """.formatted(FEW).strip();

    /**
     * Whom the viewer follows, looked up once, for each of a few followers to be found in. That is all read from indexes: also who
     * is private, and who is hidden goes by the user. {@code is true} and {@code offset 0} keep it from being a join, which reads
     * more.
     */
    private static final String AMONG_FEW = """
            select f.follower_id, f.timestamp from follows f
            where f.followed_id = c.user_id and c.user_id <> look.viewer and %s
                and (f.follower_id in (select followed_id from follows where follower_id = look.viewer)) is true
                and f.follower_id not in (select follower_id from follows where followed_id = c.user_id and private)
            offset 0
            """.formatted(FEWER);

    /**
     * The same from the other side: each of the viewer's newest 7,500 is looked for among many followers. {@code offset 0} keeps it
     * from being a join, which may read the followers.
     */
    private static final String AMONG_MANY = """
            select followed_id as follower_id, f.timestamp from (
                select followed_id from follows where follower_id = look.viewer and c.user_id <> look.viewer and not %s
                order by timestamp desc, followed_id desc limit 7500) mine
            cross join lateral (
                select timestamp, private, follower_hidden from follows
                where follower_id = mine.followed_id and followed_id = c.user_id offset 0) f
            where %s
            """.formatted(FEWER, Visibility.follow(Direction.FOLLOWERS, false));

    /** How many they are, and the {@code names} of the newest two, at {@code :now}. */
    static final String SQL = """
            with known as materialized (
                select follower_id, timestamp, username
                from ((%s) union all (%s)) followers join users u on u.id = follower_id
                where %s and follower_id not in (select muted_id from mutes
                    where muter_id = look.viewer and (until is null or until > :now)))
            select (select count(*) from known) as count,
                array(select username from known order by timestamp desc, follower_id desc limit 2) as names
            """.formatted(AMONG_FEW, AMONG_MANY, Visibility.USER.replace(":viewer", "look.viewer"));

    private KnownFollowers() {}
}
