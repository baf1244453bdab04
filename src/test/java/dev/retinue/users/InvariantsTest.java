package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no verb brings about, brought about by hand: Sutton is 1, Daniel 2, and Mira 3. */
@QuarkusTest
class InvariantsTest extends RetinueTest {

    @Inject
    Invariants invariants;

    @Inject
    CountRepair counts;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No follow beside a block             | 2 -> 1 | insert into blocks (blocker_id, blocked_id, timestamp) values (1, 2, now())
            No request beside a follow           | 2 -> 1 | insert into follow_requests (follower_id, followed_id, timestamp) values (2, 1, now())
            A follow is hidden with its ends     | 2 -> 1 | update users set hidden_since = now() where id = 2
            The last event agrees with the follow| 2 -> 1 | delete from follows
            The last event agrees with the follow| 1 -> 3 | insert into follow_events (follower_id, followed_id, kind, timestamp) values (1, 3, 'FOLLOWED', now())
            An event of who is gone holds only   | 9 -> 1 | insert into follow_events (follower_id, followed_id, kind, timestamp, note) values (9, 1, 'UNFOLLOWED', now(), 'met in Cardiff')
            """)
    void whatDoesNotHoldIsFoundAndRepaired(String rule, String pair, String statement) {
        cast.follow("Daniel Bates", "Sutton");
        assertThat(violated()).isEmpty();
        sql(statement);
        assertThat(invariants.repair().filter(finding -> finding.violations() > 0))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).startsWith(rule))
                .satisfies(finding -> assertThat(finding.examples()).containsExactly(pair));
        counts.run(difference -> {});
        assertThat(violated()).isEmpty();
    }

    @Test
    void aRequestBesideABlockIsFoundAndRepaired() {
        sql("insert into follow_requests (follower_id, followed_id, timestamp) values (2, 1, now())");
        sql("insert into blocks (blocker_id, blocked_id, timestamp) values (1, 2, now())");
        assertThat(violated()).singleElement().satisfies(finding -> assertThat(finding.rule())
                .isEqualTo("No request beside a block"));
        invariants.repair().forEach(finding -> {});
        assertThat(violated()).isEmpty();
    }

    @Test
    void repairingKeepsTheCounts() {
        cast.follow("Daniel Bates", "Sutton");
        sql("update users set hidden_since = now() where id = 2");
        sql("insert into blocks (blocker_id, blocked_id, timestamp) values (1, 2, now())");
        invariants.repair().forEach(finding -> {});
        assertThat(counts.wrong()).isZero();
    }

    @Test
    void whoStillHasAChoreIsNotFound() {
        cast.follow("Daniel Bates", "Sutton");
        Transactions.run(() -> User.<User>findById(2L).deactivate());
        assertThat(violated()).isEmpty();
    }

    @Test
    void theDatabaseItselfSeesToItThatNobodyFollowsThemself() {
        assertThatThrownBy(() -> sql("insert into follows (follower_id, followed_id) values (1, 1)"))
                .hasMessageContaining("check constraint");
    }

    private Stream<Invariants.Finding> violated() {
        return invariants.check().filter(finding -> finding.violations() > 0);
    }
}
