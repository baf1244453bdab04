package dev.retinue.accounts;

import dev.retinue.sql.Columns;
import dev.retinue.sql.PlainQuery;
import dev.retinue.sql.PlainSql;
import dev.retinue.users.Found;
import dev.retinue.users.SeenStatement;
import dev.retinue.users.User;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

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

    private static final String FIRST = "number, %s, %s, ".formatted(Session.columns("s"), User.columns("v"));

    private static final PlainSql KNOWN = new PlainSql(SeenStatement.text(FIRST, LOOKS, true));

    private static final PlainSql UNKNOWN = new PlainSql(SeenStatement.text(FIRST, LOOKS, false));

    /** Those whose sessions have not ended. */
    Map<Asking, Admitted> read(Set<Asking> asking, StatelessSession session) {
        var all = List.copyOf(asking);
        return query(all, session).list(row -> admitted(all, row)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private PlainQuery query(List<Asking> all, StatelessSession session) {
        var query = (known ? KNOWN : UNKNOWN)
                .in(session)
                .set("sessions", each(all, Asking::session))
                .set("keys", each(all, one -> one.whom().key()))
                .set("now", Instant.now());
        return Session.goingOn(query);
    }

    private static String[] each(List<Asking> all, Function<Asking, String> what) {
        return all.stream().map(what).toArray(String[]::new);
    }

    private static Map.Entry<Asking, Admitted> admitted(List<Asking> all, Columns row) throws SQLException {
        var asking = all.get((int) row.number() - 1);
        var session = new Session(row);
        var user = new User(row);
        var found = new Found(asking.whom().askedBy(user.usernameKey), SeenStatement.sight(row));
        return Map.entry(asking, new Admitted(session.with(user), found));
    }
}
