package dev.retinue.replica;

import dev.retinue.users.Worker;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether the replica is too far behind: what the database had written that long ago, or when it was first looked at, the replica should
 * have by now. While either does not answer, it is as it was, and at the start too far; a server that is no replica is too far behind, or
 * will be.
 */
@ApplicationScoped
class Lag {

    private static final Logger LOG = Logger.getLogger(Lag.class);

    /** In bytes, since there is the database (PostgreSQL manual, "System Administration Functions"). */
    private static final String WRITTEN = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

    private static final String FOLLOWED = "select coalesce(pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0'), -1)";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "retinue.replica-lag", defaultValue = "60s")
    Duration most;

    private final Worker worker = new Worker("lag");

    /** How much the database had written when, from as long ago as the replica may be behind. */
    private final NavigableMap<Instant, Long> written = new TreeMap<>();

    private volatile boolean tooLong = true;

    void watch(AgroalDataSource replica) {
        worker.start(() -> measure(replica));
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        worker.stop();
    }

    /** Whether it is further behind than the operator has allowed. */
    boolean isTooLong() {
        return tooLong;
    }

    private void measure(AgroalDataSource replica) {
        try {
            var now = Instant.now();
            written.put(now, ask(database, WRITTEN));
            written.headMap(now.minus(most)).clear();
            say(ask(replica, FOLLOWED) < written.firstEntry().getValue());
        } catch (SQLException e) {
            LOG.debugf("How far the replica is behind, cannot be told: %s", e);
        }
    }

    private void say(boolean tooLongNow) {
        if (tooLongNow && !tooLong) {
            LOG.warnf("The replica is more than %d seconds behind, and is not asked meanwhile", most.toSeconds());
        } else if (tooLong && !tooLongNow) {
            LOG.info("The replica is no longer too far behind, and is asked again");
        }
        tooLong = tooLongNow;
    }

    private static long ask(AgroalDataSource server, String question) throws SQLException {
        try (var connection = server.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
