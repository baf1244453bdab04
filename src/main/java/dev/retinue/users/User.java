package dev.retinue.users;

import dev.retinue.sql.Columns;
import dev.retinue.sql.Retry;
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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** Read by {@link #User(Columns)}. */
    private static final String COLUMNS = """
            id username username_key password_hash role email bio links avatar scheme private_since followers_for
            following_for counts_for hidden_since suspended_since leaves_at renamed_at created_at""";

    protected User() {}

    /** A row that has the {@link #columns}; without an id where there is none. */
    public User(Columns row) throws SQLException {
        id = row.numberOrNull();
        username = row.text();
        usernameKey = row.text();
        passwordHash = row.text();
        role = row.text();
        email = row.text();
        bio = row.text();
        links = row.texts();
        avatar = row.text();
        scheme = row.text();
        privateSince = row.time();
        followersFor = row.one(Audience.class);
        followingFor = row.one(Audience.class);
        countsFor = row.one(Audience.class);
        hiddenSince = row.time();
        suspendedSince = row.time();
        leavesAt = row.time();
        renamedAt = row.time();
        createdAt = row.time();
    }

    /** In SQL, of the users by that name. */
    public static String columns(String users) {
        return Columns.of(users, COLUMNS);
    }

    /** A new user whom nobody can log in as, or nobody where the name is taken. */
    public static Optional<User> create(Username username) {
        return new NewUser(username, null).create();
    }

    /** A new user, or nobody where the name is taken: also when two people ask for it at once. */
    public static Optional<User> create(Username username, String password) {
        return new NewUser(username, PasswordHash.of(password)).create();
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

    /** An address to be reached at, or none where it is empty. */
    public void setEmail(String address) {
        email = address.isEmpty() ? null : address;
    }

    /**
     * Another password to log in with; in a transaction.
     *
     * @param hash of the password, which takes too long to be made in one
     */
    public void setPasswordHash(String hash) {
        passwordHash = hash;
        update("passwordHash = ?2 where id = ?1", id, hash);
    }

    /** As it was when the user was read. */
    public KeptPassword password() {
        return new KeptPassword(id, passwordHash);
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
        return new Renaming(this).to(name);
    }

    /** From when on the user can take another name; nothing where that is now. */
    public Optional<Instant> renamableFrom() {
        return new Renaming(this).possibleFrom();
    }

    /** From now on others have to ask. Who follows already and is not to stay, is removed. Whether that was not so before. */
    public boolean goPrivate(Staying staying) {
        return new Privacy(this).begin(staying);
    }

    /** Accepts everyone who has asked and waits. Whether the user was private before. */
    public boolean goPublic() {
        return new Privacy(this).end();
    }

    /** Hides the user from everyone, and keeps everything, until the user comes back. */
    public void deactivate() {
        new Departure(this).deactivate();
    }

    /** Hides the user, and removes it in {@link #GRACE}, unless the user comes back before. */
    public void leave() {
        new Departure(this).leave();
    }

    /** Hides the user, and keeps them from logging in, until the operator ends that. */
    public void suspend() {
        new Departure(this).suspend();
    }

    /** Ends a suspension: the user is as they were before it, away or here. */
    public void endSuspension() {
        new Departure(this).endSuspension();
    }

    /** Everything is as it was; whether it was not too late for that. */
    public boolean comeBack() {
        return new Departure(this).comeBack();
    }

    /**
     * Removes the user with every follow in both directions; the counts of the others are right afterwards. In transactions of
     * its own: the one of the caller must not have changed anything of the user.
     */
    @Override
    public void delete() {
        Retry.transaction(() -> new Departure(this).leaveNow()).map(Errand::new).ifPresent(Errand::run);
    }

    /** Whether both are the same user, loaded once or twice. */
    public boolean is(User other) {
        return id.equals(other.id);
    }
}
