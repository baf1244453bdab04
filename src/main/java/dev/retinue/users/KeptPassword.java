package dev.retinue.users;

import org.hibernate.Session;

/** The password of a user as it is kept: what it is, nobody can tell from it. Whoever has no hash has none that matches. */
public final class KeptPassword {

    private final long user;

    private final String hash;

    KeptPassword(long user, String hash) {
        this.user = user;
        this.hash = hash;
    }

    public boolean matches(String password) {
        return hash != null && PasswordHash.matches(password, hash);
    }

    public boolean isNone() {
        return hash == null;
    }

    /** Whether it is not kept as others are today, and should be when it is next known. */
    public boolean isOutdated() {
        return hash != null && PasswordHash.isOutdated(hash);
    }

    /** Nobody changes it until the transaction ends; whether it had not been changed before. */
    public boolean hold() {
        return User.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id from users where id = ?1 and password_hash = ?2 for no key update", Long.class)
                .setParameter(1, user)
                .setParameter(2, hash)
                .uniqueResultOptional()
                .isPresent();
    }

    /** A mark of the text for this user, which takes the hash to make: another password makes another. Worth nothing where there is no password. */
    public String seal(String text) {
        return Digest.mac(String.valueOf(hash), user + " " + text);
    }
}
