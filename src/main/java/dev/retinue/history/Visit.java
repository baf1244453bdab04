package dev.retinue.history;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** When a member last looked at their history. Looking again within half an hour is the same visit. */
class Visit {

    private static final Duration SAME = Duration.ofMinutes(30);

    private Visit() {}

    /** Notes this one, and tells when the one before was; nothing at the first. */
    static Optional<Instant> last(long user, Instant now) {
        List<Instant> previous = Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        insert into visits as v (user_id, latest) values (:user, :now)
                        on conflict (user_id) do update set
                            previous = case when v.latest < :same then v.latest else v.previous end,
                            latest = excluded.latest
                        returning previous
                        """, Instant.class)
                .setParameter("user", user)
                .setParameter("now", now)
                .setParameter("same", now.minus(SAME))
                .getResultList();
        return Optional.ofNullable(previous.get(0));
    }
}
