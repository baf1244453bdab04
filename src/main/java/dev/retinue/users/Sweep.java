package dev.retinue.users;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** One thing that is done to many of a user's people, a step of them at a time, from the newest on. */
abstract class Sweep {

    private static final int STEP = 500;

    /** How far it has come. */
    record Stop(Instant timestamp, long person) {}

    final long user;

    final Direction direction;

    private final String table;

    private final String due;

    private Stop last = new Stop(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    /** @param due in SQL, which rows {@code f} of the table are still to be changed */
    Sweep(String table, long user, Direction direction, String due) {
        this.table = table;
        this.user = user;
        this.direction = direction;
        this.due = due;
    }

    /** Changes what is due of these, while their counts and the user's are held. */
    abstract void change(List<Long> people);

    /** Whose turn it is; nobody at the end. */
    List<Long> next() {
        var stops = stops(STEP);
        if (!stops.isEmpty()) {
            last = stops.get(stops.size() - 1);
        }
        return stops.stream().map(Stop::person).toList();
    }

    boolean isLeft() {
        return !stops(1).isEmpty();
    }

    /** In the statement, {@code {due}} stands for what is due of these people. */
    <T> List<T> result(String sql, Class<T> row, List<Long> people) {
        return query(sql.replace("{due}", "{due} and {person} = any(:people)"), row)
                .setParameter("people", people.toArray(Long[]::new))
                .getResultList();
    }

    private List<Stop> stops(int size) {
        return query("""
                        select timestamp, {person} from {table} f
                        where {due} and (timestamp, {person}) < (:timestamp, :person)
                        order by timestamp desc, {person} desc limit :size
                        """, Stop.class)
                .setParameter("timestamp", last.timestamp())
                .setParameter("person", last.person())
                .setParameter("size", size)
                .getResultList();
    }

    /** Planned for this user, whom a million may follow. */
    private <T> NativeQuery<T> query(String sql, Class<T> row) {
        var text = sql.replace("{due}", "f.{owner} = " + user + " and " + due)
                .replace("{table}", table)
                .replace("{owner}", direction.owner)
                .replace("{person}", "f." + direction.person);
        return Panache.getEntityManager().unwrap(Session.class).createNativeQuery(text, row);
    }
}
