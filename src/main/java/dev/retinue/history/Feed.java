package dev.retinue.history;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The feed of a member's own events: whoever knows the secret in its address reads it. */
@Entity
@Table(name = "feeds")
public class Feed extends PanacheEntityBase {

    private static final int SECRET_BYTES = 24;

    @Id
    Long userId;

    public String secret;

    protected Feed() {}

    static Optional<Feed> of(long user) {
        return findByIdOptional(user);
    }

    static Optional<Feed> at(String secret) {
        return find("secret", secret).firstResultOptional();
    }

    /** At a new address; nothing is at the one before any more. */
    static void renew(long user) {
        getEntityManager()
                .createNativeQuery("""
                        insert into feeds (user_id, secret) values (?1, ?2)
                        on conflict (user_id) do update set secret = excluded.secret
                        """)
                .setParameter(1, user)
                .setParameter(2, random())
                .executeUpdate();
    }

    static void end(long user) {
        deleteById(user);
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
