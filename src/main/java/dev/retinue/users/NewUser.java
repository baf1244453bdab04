package dev.retinue.users;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Optional;

/** Somebody who is to be a user, under a name that nobody has or had. */
record NewUser(Username username, String passwordHash) {

    /** The user, or nobody where the name is taken: also when two people ask for it at once. */
    Optional<User> create() {
        if (!isWritten()) {
            return Optional.empty();
        }
        var user = User.named(username.text()).orElseThrow();
        if (FormerUsername.isSomebodyElses(username.key(), user)) {
            User.delete("id", user.id);
            return Optional.empty();
        }
        new FollowCounts(user).persist();
        return Optional.of(user);
    }

    private boolean isWritten() {
        return User.getEntityManager()
                        .createQuery("""
                        insert into User (username, usernameKey, passwordHash, role, bio, createdAt)
                        values (?1, ?2, ?3, 'member', '', ?4) on conflict (usernameKey) do nothing
                        """)
                        .setParameter(1, username.text())
                        .setParameter(2, username.key())
                        .setParameter(3, passwordHash)
                        .setParameter(4, Instant.now().truncatedTo(MICROS))
                        .executeUpdate()
                == 1;
    }
}
