package dev.retinue.avatars;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.users.User;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The picture of a user. It never changes: a new one has a new key. */
@Entity
@Table(name = "avatars")
public class Avatar extends PanacheEntityBase {

    private static final int KEY_DIGITS = 32;

    @Id
    private String key;

    private Long userId;

    private byte[] small;

    private byte[] large;

    protected Avatar() {}

    /** In the place of the one before, if there was one. In the transaction of the caller. */
    public static void put(User user, Portrait portrait) {
        var key = key(user, portrait);
        User.update("avatar = ?1 where id = ?2", key, user.id);
        getEntityManager()
                .createQuery("""
                        insert into Avatar (key, userId, small, large) values (?1, ?2, ?3, ?4)
                        on conflict (userId) do update set key = ?1, small = ?3, large = ?4
                        """)
                .setParameter(1, key)
                .setParameter(2, user.id)
                .setParameter(3, portrait.small())
                .setParameter(4, portrait.large())
                .executeUpdate();
    }

    /** Removing it again changes nothing. In the transaction of the caller. */
    public static void remove(User user) {
        User.update("avatar = null where id = ?1", user.id);
        delete("userId", user.id);
    }

    static Optional<byte[]> small(String key) {
        return bytes("select small from Avatar where key = ?1", key);
    }

    static Optional<byte[]> large(String key) {
        return bytes("select large from Avatar where key = ?1", key);
    }

    private static Optional<byte[]> bytes(String query, String key) {
        return getEntityManager()
                .createQuery(query, byte[].class)
                .setParameter(1, key)
                .getResultStream()
                .findFirst();
    }

    private static String key(User user, Portrait portrait) {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            sum.update(user.id.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(sum.digest(portrait.large())).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
