package dev.retinue.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.Page;

/** Who is here and who follows whom, as queries that are checked when the code compiles. */
public interface Circle {

    /** Someone with an account, and how long both lists are. */
    record Counted(User user, FollowCounts counts) {}

    /** Someone in a list, and since when. */
    record Row(long id, String username, String avatar, Instant since) {}

    /** One follow, by the ids of its two ends. */
    record Tie(long follower, long followed) {}

    /** What a page says of a viewer and a user: both directions, and the people they have in common. */
    record Standing(boolean following, boolean followedBy, long known, String[] names) {

        Relation relation() {
            return new Relation(following, followedBy);
        }

        Acquaintances acquaintances() {
            return new Acquaintances(known, List.of(names));
        }
    }

    Session session();

    @HQL("select u, c from User u join FollowCounts c on c.userId = u.id where u.usernameKey = :key")
    Optional<Counted> counted(String key);

    /** One row more than a page of that list shows, in the order of reading. */
    default List<Row> rows(Listing listing, Place place) {
        return new ListStatement(listing, place).rows(session());
    }

    /** The follows between the viewer and any of these, either way. */
    default Set<Tie> ties(long viewer, Long[] ids) {
        return Set.copyOf(session()
                .createNativeQuery("""
                        select follower_id, followed_id from follows
                        where follower_id = :viewer and followed_id = any(:ids)
                        union all
                        select follower_id, followed_id from follows
                        where followed_id = :viewer and follower_id = any(:ids)
                        """, Tie.class)
                .setParameter("viewer", viewer)
                .setParameter("ids", ids)
                .getResultList());
    }

    /**
     * What a viewer and a user are to each other, and whom of the user's followers the viewer follows, of the viewer's
     * newest 7,500.
     */
    default Standing standing(long viewer, long user) {
        return session()
                .createNativeQuery("""
                        with known as materialized (
                            select follower_id, timestamp from follows where followed_id = :user and follower_id = any(array(
                                select followed_id from follows where follower_id = :viewer
                                order by timestamp desc, followed_id desc limit 7500)))
                        select exists (select from follows where follower_id = :viewer and followed_id = :user),
                            exists (select from follows where follower_id = :user and followed_id = :viewer),
                            (select count(*) from known),
                            array(select username from (
                                    select * from known order by timestamp desc, follower_id desc limit 2) newest
                                join users on id = follower_id order by timestamp desc, id desc)
                        """, Standing.class)
                .setParameter("viewer", viewer)
                .setParameter("user", user)
                .getSingleResult();
    }

    @HQL("select u.id, u.username, u.avatar, u.createdAt from User u order by u.id desc")
    List<Row> newest(Page page);
}
