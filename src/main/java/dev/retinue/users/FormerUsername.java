package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;

/** A name that a user had. It leads to the user, and nobody else can take it as long as the user is there. */
@Entity
@Table(name = "former_usernames")
class FormerUsername extends PanacheEntityBase {

    @Id
    String usernameKey;

    @ManyToOne(fetch = FetchType.LAZY)
    User user;

    protected FormerUsername() {}

    static Optional<User> whoHad(String key) {
        return find("select f.user from FormerUsername f where f.usernameKey = ?1", key)
                .project(User.class)
                .firstResultOptional();
    }

    static boolean isSomebodyElses(String key, User user) {
        return count("usernameKey = ?1 and user <> ?2", key, user) > 0;
    }

    static void keep(String key, User user) {
        getEntityManager()
                .createNativeQuery("""
                        insert into former_usernames (username_key, user_id) values (?1, ?2) on conflict do nothing
                        """)
                .setParameter(1, key)
                .setParameter(2, user.id)
                .executeUpdate();
    }

    /** The user has it again. */
    static void release(String key, User user) {
        delete("usernameKey = ?1 and user = ?2", key, user);
    }
}
