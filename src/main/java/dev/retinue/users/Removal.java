package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/** The removal of a user: every follow ends, the others' counts are corrected by what ended, then the user goes. */
class Removal {

    private final User user;

    private final Instant now;

    Removal(User user, Instant now) {
        this.user = user;
        this.now = now;
    }

    /** In the transaction of the caller. From its first statement on, nobody can begin to follow the user. */
    void run() {
        holdCounts();
        ids("select id from users where id = ?1 for update");
        var followed = ids("delete from follows where follower_id = ?1 returning followed_id");
        var followers = ids("delete from follows where followed_id = ?1 returning follower_id");
        record(followed, "select ?1, other, 'UNFOLLOWED', ?3 from unnest(?2) other");
        record(followers, "select other, ?1, 'UNFOLLOWED', ?3 from unnest(?2) other");
        subtract("followers", followed);
        subtract("following", followers);
        query("delete from users where id = ?1").setParameter(1, user.id).executeUpdate();
    }

    /** As {@link FollowCounts#hold} does: in order of user id, and before anything else. */
    private void holdCounts() {
        ids("""
                select user_id from follow_counts where user_id = ?1
                    or user_id in (select followed_id from follows where follower_id = ?1)
                    or user_id in (select follower_id from follows where followed_id = ?1)
                order by user_id for update
                """);
    }

    @SuppressWarnings("unchecked")
    private List<Long> ids(String sql) {
        return query(sql).setParameter(1, user.id).getResultList();
    }

    private void record(List<Long> others, String events) {
        query("insert into follow_events (follower_id, followed_id, kind, timestamp) " + events)
                .setParameter(1, user.id)
                .setParameter(2, others.toArray(Long[]::new))
                .setParameter(3, now)
                .executeUpdate();
    }

    private static void subtract(String list, List<Long> userIds) {
        query("update follow_counts set " + list + " = " + list + " - 1 where user_id = any(?1)")
                .setParameter(1, userIds.toArray(Long[]::new))
                .executeUpdate();
    }

    private static Query query(String sql) {
        return Panache.getEntityManager().createNativeQuery(sql);
    }
}
