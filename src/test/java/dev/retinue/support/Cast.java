package dev.retinue.support;

import dev.retinue.users.FollowCounts;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The people every test knows, strangers to each other. Each of them logs in with {@link #PASSWORD}. */
@ApplicationScoped
public class Cast {

    public static final String PASSWORD = "correct horse";

    private static final List<String> NAMES = List.of("Sutton", "Daniel Bates", "Mira", "Priya");

    private String passwordHash;

    /** Empties the database, and lets them enter in the same order, so that each has the same id in every test. */
    @Transactional
    public void enter() {
        Browser.forget();
        sql("truncate users, follow_events, buckets restart identity cascade");
        NAMES.forEach(this::user);
        sql("update users set password_hash = '" + hash() + "'");
    }

    @Transactional
    public User user(String name) {
        return User.create(Username.of(name)).orElseThrow();
    }

    /** So many more, "fan 1" and on, all at once. */
    @Transactional
    public void fans(int many) {
        sql("""
                with fan as (
                    insert into users (username, username_key, created_at)
                    select 'fan ' || n, 'fan_' || n, now() from generate_series(1, %d) n returning id)
                insert into follow_counts (user_id) select id from fan
                """.formatted(many));
        sql("analyze users"); // or each of them may be looked for as in the small table of the test before
    }

    /** Likewise, who have followed that user since yesterday. */
    @Transactional
    public void fansOf(String name, int many) {
        fans(many);
        var user = User.named(name).orElseThrow();
        sql("""
                insert into follows (follower_id, followed_id, timestamp)
                select id, %d, now() - interval '1 day' from users where username like 'fan %%'""".formatted(user.id));
        sql("update follow_counts set following = 1 from users where id = user_id and username like 'fan %'");
        sql("update follow_counts set followers = %d where user_id = %d".formatted(many, user.id));
    }

    @Transactional
    public void follow(String follower, String followed) {
        User.named(follower).orElseThrow().follow(User.named(followed).orElseThrow());
    }

    /** By more than whose followers are gone through one by one, and so many that many look at the lists. */
    @Transactional
    public void seemFollowedByMany(String name) {
        FollowCounts.of(User.named(name).orElseThrow()).followers = 501;
    }

    /** Made once: a good hash is slow. */
    private String hash() {
        if (passwordHash == null) {
            User.create(Username.of("for the hash"), PASSWORD);
            passwordHash = (String) Panache.getEntityManager()
                    .createNativeQuery("delete from users where username = 'for the hash' returning password_hash")
                    .getSingleResult();
        }
        return passwordHash;
    }

    private static void sql(String statement) {
        Panache.getEntityManager().createNativeQuery(statement).executeUpdate();
    }
}
