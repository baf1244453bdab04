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
import org.jboss.logging.Logger.Level;

/**
 * Whether the replica is too far behind: what the database had written that long ago, or when it was first looked at, the replica should
 * have by now. While either does not answer, it is as it was, and at the start too far; a server that is no replica is too far behind, or
 * will be.
 */
@ApplicationScoped
class Lag {

    private enum Distance {
        UNKNOWN,
        NEAR,
        FAR
    }

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

    /** Whether it was said that this cannot be told: once is enough, until it can. */
    private boolean warned;

    private volatile Distance distance = Distance.UNKNOWN;

    void watch(AgroalDataSource replica) {
        worker.start(() -> measure(replica));
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        worker.stop();
    }

    /** Whether it is, or may be, further behind than the operator has allowed. */
    boolean isTooLong() {
        return distance != Distance.NEAR;
    }

    private void measure(AgroalDataSource replica) {
        try {
            var now = Instant.now();
            written.put(now, ask(database, WRITTEN));
            var due = written.floorKey(now.minus(most));
            written.headMap(due == null ? written.firstKey() : due).clear();
            var isBehind = ask(replica, FOLLOWED) < written.firstEntry().getValue();
            if (!isBehind || due != null) {
                become(isBehind ? Distance.FAR : Distance.NEAR);
            }
            warned = false;
        } catch (SQLException e) {
            LOG.log(warned ? Level.DEBUG : Level.WARN, "How far the replica is behind, cannot be told: " + e);
            warned = true;
        }
    }

    private void become(Distance now) {
        if (now == distance) {
            return;
        }
        if (now == Distance.FAR) {
            LOG.warnf("The replica is more than %d seconds behind, and is not asked meanwhile", most.toSeconds());
        } else {
            LOG.info(
                    distance == Distance.UNKNOWN
                            ? "The replica is not too far behind, and is asked"
                            : "The replica is no longer too far behind, and is asked again");
        }
        distance = now;
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
