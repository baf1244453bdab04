package dev.retinue.users;

import static java.time.temporal.ChronoUnit.MICROS;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.PasswordType;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.annotations.DynamicUpdate;

/** Someone with an account: follows others, and is followed. */
@Entity
@Table(name = "users")
@UserDefinition
@DynamicUpdate
public class User extends PanacheEntityBase implements Person {

    /** For as long, who has asked to be deleted can come back. */
    public static final Duration GRACE = Duration.ofDays(14);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String username;

    @io.quarkus.security.jpa.Username
    public String usernameKey;

    @Password(value = PasswordType.CUSTOM, provider = StoredPassword.class)
    private String passwordHash;

    @Roles
    private String role;

    public String email;

    public String bio;

    /** Addresses of pages elsewhere, each a {@link Link}. */
    public String[] links;

    /** The key of the picture, or null where there is none. */
    public String avatar;

    /** What the pages look like: auto, light or dark. */
    public String scheme;

    /** Since when this user accepts who follows, or null where everyone may. */
    public Instant privateSince;

    @Enumerated(EnumType.STRING)
    public Audience followersFor;

    @Enumerated(EnumType.STRING)
    public Audience followingFor;

    @Enumerated(EnumType.STRING)
    public Audience countsFor;

    /** Since when the account is deactivated, or null where it is not. */
    Instant hiddenSince;

    /** Since when the operator keeps the user out, or null where that is not so. */
    Instant suspendedSince;

    /** When the account will be removed, or null where it will not. */
    public Instant leavesAt;

    /** When the user last took another name, or null where that was never. */
    Instant renamedAt;

    public Instant createdAt;

    protected User() {}

    /** A new user whom nobody can log in as, or nobody where the name is taken. */
    public static Optional<User> create(Username username) {
        return insert(username, null);
    }

    /** A new user, or nobody where the name is taken: also when two people ask for it at once. */
    public static Optional<User> create(Username username, String password) {
        return insert(username, PasswordHash.of(password));
    }

    /** The user of that name, in any case and with spaces or underscores. */
    public static Optional<User> named(String name) {
        return find("usernameKey", Username.key(name)).firstResultOptional();
    }

    /**
     * Asks to, where the other is private. Following again changes nothing; nobody follows themself, and nobody anyone
     * beside a block.
     */
    public void follow(User other) {
        with(other).follow();
    }

    /** Unfollowing again changes nothing. */
    public void unfollow(User other) {
        with(other).unfollow();
    }

    /** Everything else that this user can do to the other; in a transaction. */
    public Pair with(User other) {
        return Pair.of(this, other);
    }

    public boolean follows(User other) {
        return Follow.between(this, other).isPresent();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String username() {
        return username;
    }

    @Override
    public String avatar() {
        return avatar;
    }

    public boolean isPrivate() {
        return privateSince != null;
    }

    /** Whether everyone may see a list of the user. */
    public boolean isOpen() {
        return followersFor == Audience.EVERYONE || followingFor == Audience.EVERYONE;
    }

    public boolean isSuspended() {
        return suspendedSince != null;
    }

    /** Another password to log in with; in a transaction. */
    public void setPassword(String password) {
        passwordHash = PasswordHash.of(password);
        update("passwordHash = ?2 where id = ?1", id, passwordHash);
    }

    /** Keeps the password as it is known here until the transaction ends; not where it has been changed meanwhile. */
    public boolean keepsPassword() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id from users where id = ?1 and password_hash = ?2 for no key update", Long.class)
                .setParameter(1, id)
                .setParameter(2, passwordHash)
                .uniqueResultOptional()
                .isPresent();
    }

    boolean becamePrivateAfter(Instant time) {
        return isPrivate() && privateSince.isAfter(time);
    }

    public boolean isHidden() {
        return hiddenSince != null;
    }

    /**
     * Takes another name; the one of before leads to the user, and is nobody else's.
     *
     * @return whether the user has it now: not where it is somebody else's, or the last one was taken within 30 days
     */
    public boolean rename(Username name) {
        return new Renaming(this, now()).to(name);
    }

    /** From when on the user can take another name; nothing where that is now. */
    public Optional<Instant> renamableFrom() {
        return new Renaming(this, now()).possibleFrom();
    }

    /** From now on others have to ask. Who follows already and is not to stay, is removed. */
    public void goPrivate(Staying staying) {
        new Privacy(this).begin(staying);
    }

    /** Accepts everyone who has asked and waits. */
    public void goPublic() {
        new Privacy(this).end();
    }

    /** Hides the user from everyone, and keeps everything, until the user comes back. */
    public void deactivate() {
        new Departure(this, now()).deactivate();
    }

    /** Hides the user, and removes it in {@link #GRACE}, unless the user comes back before. */
    public void leave() {
        new Departure(this, now()).leave();
    }

    /** Hides the user, and keeps them from logging in, until the operator ends that. */
    public void suspend() {
        new Departure(this, now()).suspend();
    }

    /** Ends a suspension: the user is as they were before it, away or here. */
    public void endSuspension() {
        new Departure(this, now()).endSuspension();
    }

    /** Everything is as it was; whether it was not too late for that. */
    public boolean comeBack() {
        return new Departure(this, now()).comeBack();
    }

    /**
     * Removes the user with every follow in both directions; the counts of the others are right afterwards. In transactions of
     * its own: the one of the caller must not have changed anything of the user.
     */
    @Override
    public void delete() {
        Retry.transaction(() -> new Departure(this, now()).leaveNow())
                .map(Errand::new)
                .ifPresent(Errand::run);
    }

    /** Whether both are the same user, loaded once or twice. */
    public boolean is(User other) {
        return id.equals(other.id);
    }

    public boolean hasPassword(String password) {
        return passwordHash != null && PasswordHash.matches(password, passwordHash);
    }

    /** Whether the password is not kept as others are today, and should be when it is next known. */
    public boolean isPasswordOutdated() {
        return passwordHash != null && PasswordHash.isOutdated(passwordHash);
    }

    /** A mark of the text for this user, which nobody makes who has not read the database; another password makes another. */
    public String seal(String text) {
        return Digest.mac(String.valueOf(passwordHash), id + " " + text);
    }

    private static Optional<User> insert(Username username, String passwordHash) {
        var inserted = getEntityManager()
                .createQuery("""
                        insert into User (username, usernameKey, passwordHash, role, bio, createdAt)
                        values (?1, ?2, ?3, 'member', '', ?4) on conflict (usernameKey) do nothing
                        """)
                .setParameter(1, username.text())
                .setParameter(2, username.key())
                .setParameter(3, passwordHash)
                .setParameter(4, now())
                .executeUpdate();
        if (inserted == 0) {
            return Optional.empty();
        }
        var user = named(username.text()).orElseThrow();
        if (FormerUsername.isSomebodyElses(username.key(), user)) {
            delete("id", user.id);
            return Optional.empty();
        }
        new FollowCounts(user).persist();
        return Optional.of(user);
    }

    /** To the microsecond, as the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(MICROS);
    }
}
