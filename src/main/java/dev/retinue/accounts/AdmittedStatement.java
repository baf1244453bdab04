package dev.retinue.accounts;

import dev.retinue.users.Found;
import dev.retinue.users.SeenStatement;
import dev.retinue.users.User;
import dev.retinue.users.Whom;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * The one statement that finds the sessions of all who ask at the same time, and whom each of them asks about.
 *
 * @param known whether they ask whom they know there
 */
record AdmittedStatement(boolean known) {

    /** Whoever asks is the viewer. */
    private static final String LOOKS = """
            unnest(cast(:sessions as text[]), cast(:keys as text[])) asking (session, key)
            join sessions s on s.id = asking.session and %s
            join users v on v.id = s.user_id
            cross join lateral (select v.id as viewer, asking.key as key) look""".formatted(Session.GOES_ON);

    private static final String MORE = ", look.key, {s.*}, {v.*}";

    private static final String KNOWN = SeenStatement.text(MORE, LOOKS, true);

    private static final String UNKNOWN = SeenStatement.text(MORE, LOOKS, false);

    /** Those whose sessions have not ended. */
    Map<Asking, Admitted> of(Set<Asking> asking, SessionFactory database) {
        try (var session = database.openStatelessSession()) {
            return query(asking, session).getResultList().stream()
                    .map(this::admitted)
                    .collect(Collectors.toMap(Admitted::asking, Function.identity()));
        }
    }

    private NativeQuery<Object[]> query(Collection<Asking> asking, StatelessSession session) {
        var query = session.createNativeQuery(known ? KNOWN : UNKNOWN, Object[].class);
        return Session.goingOn(SeenStatement.typed(query))
                .addScalar("key", String.class)
                .addEntity("s", Session.class)
                .addEntity("v", User.class)
                .setParameter("sessions", all(asking, Asking::session))
                .setParameter("keys", all(asking, one -> one.whom().key()));
    }

    private static String[] all(Collection<Asking> asking, Function<Asking, String> what) {
        return asking.stream().map(what).toArray(String[]::new);
    }

    private Admitted admitted(Object[] row) {
        var after = SeenStatement.COLUMNS;
        var whom = new Whom((String) row[after], known);
        var session = ((Session) row[after + 1]).with((User) row[after + 2]);
        return new Admitted(session, new Found(whom, SeenStatement.sight(row)));
    }
}
