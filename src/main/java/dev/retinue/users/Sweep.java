package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** One thing that is done to many of a user's people, a step of them at a time, from the newest on. */
abstract class Sweep {

    private static final int STEP = 500;

    /** So many are looked at at once where nothing is changed. */
    private static final int LOOK = 10_000;

    /** Somebody in the order of the list, and whether what is done is due of them. */
    record Stop(Instant timestamp, long person, boolean due) {}

    final long user;

    final Direction direction;

    private final String table;

    private final String due;

    private Stop last = new Stop(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE, false);

    /** @param due in SQL, which rows {@code f} of the table are still to be changed */
    Sweep(String table, long user, Direction direction, String due) {
        this.table = table;
        this.user = user;
        this.direction = direction;
        this.due = due;
    }

    /** Changes what is due of these, while their counts and the user's are held. */
    abstract void change(List<Long> people);

    /** Whether it was not at its end yet. */
    boolean step() {
        var stops = stops(STEP);
        if (stops.isEmpty()) {
            return false;
        }
        var people = stops.stream().filter(Stop::due).map(Stop::person).toList();
        if (!people.isEmpty()) {
            Hold.of(user, people, Hold.A_STEP);
            change(people);
        }
        pass(stops);
        return true;
    }

    /** Whether anything is due from here on; passes over what is done before that. */
    boolean isLeft() {
        for (var stops = stops(LOOK); !stops.isEmpty(); stops = stops(LOOK)) {
            if (stops.stream().anyMatch(Stop::due)) {
                return true;
            }
            pass(stops);
        }
        return false;
    }

    private void pass(List<Stop> stops) {
        last = stops.get(stops.size() - 1);
    }

    /** In the statement, {@code {these}} stands for the rows of these people that are due. */
    <T> List<T> result(String sql, Class<T> row, List<Long> people) {
        return query(sql.replace("{these}", "f.{owner} = {user} and ({due}) and {person} = any(:people)"), row)
                .setParameter("people", people.toArray(Long[]::new))
                .getResultList();
    }

    /** The next ones, due or not: a statement that looked for those alone would go through all who are done. */
    private List<Stop> stops(int most) {
        return query("""
                        select timestamp, {person}, ({due}) is true from {table} f
                        where f.{owner} = {user} and (timestamp, {person}) < (:timestamp, :person)
                        order by timestamp desc, {person} desc limit {most}
                        """.replace("{most}", String.valueOf(most)), Stop.class)
                .setParameter("timestamp", last.timestamp())
                .setParameter("person", last.person())
                .getResultList();
    }

    /** Planned for this user, whom a million may follow. */
    private <T> NativeQuery<T> query(String sql, Class<T> row) {
        var text = sql.replace("{due}", due)
                .replace("{table}", table)
                .replace("{user}", String.valueOf(user))
                .replace("{owner}", direction.owner)
                .replace("{person}", "f." + direction.person);
        return Panache.getEntityManager().unwrap(Session.class).createNativeQuery(text, row);
    }
}
