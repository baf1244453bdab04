package dev.retinue.users;

import dev.retinue.sql.Micros;
import java.util.Optional;

/** Somebody who is to be a user, under a name that nobody has or had. */
record NewUser(Username username, String passwordHash) {

    Optional<User> create() {
        if (!write()) {
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

    /** Not where the name is taken. */
    private boolean write() {
        return User.getEntityManager()
                        .createQuery("""
                        insert into User (username, usernameKey, passwordHash, role, bio, createdAt)
                        values (?1, ?2, ?3, 'member', '', ?4) on conflict (usernameKey) do nothing
                        """)
                        .setParameter(1, username.text())
                        .setParameter(2, username.key())
                        .setParameter(3, passwordHash)
                        .setParameter(4, Micros.now())
                        .executeUpdate()
                == 1;
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "NewUser " + username;
    }
}
