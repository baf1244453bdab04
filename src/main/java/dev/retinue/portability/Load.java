package dev.retinue.portability;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Loads a file of follows into the database, in one transaction and by the database's own means: users that are missing
 * are made (nobody can log in as them), follows that are there stay as they are. Loading a file again changes nothing.
 */
@ApplicationScoped
public class Load {

    private static final String FOLLOWS = """
            insert into follows (follower_id, followed_id, timestamp, follower_hidden, followed_hidden)
            select follower_id, followed_id, now(), follower_hidden, followed_hidden from pairs where skip is null
            """;

    private static final String END_REQUESTS = """
            delete from follow_requests r using pairs p
            where p.skip is null and r.follower_id = p.follower_id and r.followed_id = p.followed_id
            """;

    private static final String EVENTS = """
            insert into follow_events (follower_id, followed_id, kind, timestamp, fresh)
            select follower_id, followed_id, 'FOLLOWED', now(), false from pairs where skip is null
            """;

    /** In order of user id, as everyone locks counts. */
    private static final String COUNTS = """
            insert into follow_counts as c (user_id, followers, following, hidden_followers, hidden_following)
            select user_id, count(*) filter (where follower and not hidden), count(*) filter (where not follower and not hidden),
                count(*) filter (where follower and hidden), count(*) filter (where not follower and hidden)
            from (select followed_id as user_id, true as follower, follower_hidden as hidden from pairs where skip is null
                union all select follower_id, false, followed_hidden from pairs where skip is null) gained
            group by user_id order by user_id
            on conflict (user_id) do update
            set followers = c.followers + excluded.followers, following = c.following + excluded.following,
                hidden_followers = c.hidden_followers + excluded.hidden_followers,
                hidden_following = c.hidden_following + excluded.hidden_following
            """;

    /** Of whoever is new, and neither follows nor is followed, as the other end was removed meanwhile. */
    private static final String COUNTS_OF_THE_REST = """
            insert into follow_counts (user_id) select distinct id from known k
            where not exists (select from follow_counts c where c.user_id = k.id) order by id
            """;

    /** Until it knows better, the database plans as for the tables of before: on an emptied one, by reading them whole. */
    private static final String SIZES = "analyze users, follows, follow_counts, follow_events";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    AgroalDataSource database;

    /** Memory grows with the names in the file, to half of what there may be, and no further. */
    public LoadReport run(FollowFile file, Progress progress) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var report = load(file, progress, connection);
                connection.commit();
                return report;
            } finally {
                connection.rollback();
            }
        }
    }

    private static LoadReport load(FollowFile file, Progress progress, Connection connection)
            throws IOException, SQLException {
        var report = new LoadReport();
        update(connection, "set local work_mem = '128MB'");
        update(connection, "set local maintenance_work_mem = '256MB'");
        progress.step("Reading");
        try (var staged = StagedFollows.in(connection)) {
            file.read(progress, staged, report);
        }
        var pairing = new Pairing(connection);
        progress.step("Making the users that are missing");
        report.users = pairing.makeUsers();
        progress.step("Making the follows that are missing");
        var missing = pairing.pairUp(report);
        var indexes = Indexes.setAside(connection, missing);
        trustForeignKeys(connection);
        report.follows = update(connection, FOLLOWS);
        update(connection, END_REQUESTS);
        update(connection, EVENTS);
        progress.step("Counting");
        update(connection, COUNTS);
        update(connection, COUNTS_OF_THE_REST);
        progress.step("Building the lists");
        indexes.build(connection);
        update(connection, SIZES);
        return report;
    }

    /**
     * Spares the database two look-ups a row, which {@link Pairing#pairUp} has done for all. Only some roles may: an
     * operator's external database may keep to its row by row.
     */
    private static void trustForeignKeys(Connection connection) throws SQLException {
        var before = connection.setSavepoint();
        try {
            update(connection, "set local session_replication_role = replica");
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
        }
    }

    static long update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return Math.max(0, statement.executeLargeUpdate(sql));
        }
    }
}
