package dev.retinue.accounts;

import dev.retinue.users.Found;
import dev.retinue.users.SeenStatement;
import dev.retinue.users.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * The one statement that finds the sessions of all who ask at the same time, and whom each of them asks about.
 *
 * @param known whether they ask whom they know there
 */
record AdmittedStatement(boolean known) {

    /** Whoever asks is the viewer, and whom they see where they ask about nobody else. */
    private static final String LOOKS = """
            unnest(cast(:sessions as text[]), cast(:keys as text[])) with ordinality asking (session, key, number)
            join sessions s on s.id = asking.session and %s
            join users v on v.id = s.user_id
            cross join lateral (
                select v.id as viewer, coalesce(nullif(asking.key, ''), v.username_key) as key) look""".formatted(Session.GOES_ON);

    private static final String KNOWN = SeenStatement.text("number, {s.*}, {v.*}, ", LOOKS, true);

    private static final String UNKNOWN = SeenStatement.text("number, {s.*}, {v.*}, ", LOOKS, false);

    /** Those whose sessions have not ended. */
    Map<Asking, Admitted> read(Set<Asking> asking, StatelessSession session) {
        var all = List.copyOf(asking);
        return query(all, session).getResultList().stream()
                .collect(Collectors.toMap(row -> asking(all, row), row -> admitted(asking(all, row), row)));
    }

    private NativeQuery<Object[]> query(List<Asking> all, StatelessSession session) {
        var query = session.createNativeQuery(known ? KNOWN : UNKNOWN, Object[].class)
                .addScalar("number", Integer.class)
                .addEntity("s", Session.class)
                .addEntity("v", User.class)
                .setParameter("sessions", each(all, Asking::session))
                .setParameter("keys", each(all, one -> one.whom().key()));
        return Session.goingOn(SeenStatement.typed(query));
    }

    private static String[] each(List<Asking> all, Function<Asking, String> what) {
        return all.stream().map(what).toArray(String[]::new);
    }

    private static Asking asking(List<Asking> all, Object[] row) {
        return all.get((Integer) row[0] - 1);
    }

    private static Admitted admitted(Asking asking, Object[] row) {
        var user = (User) row[2];
        var whom = asking.whom().askedBy(user.usernameKey);
        return new Admitted(((Session) row[1]).with(user), new Found(whom, SeenStatement.sight(row, 3)));
    }
}
