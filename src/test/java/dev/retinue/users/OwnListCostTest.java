package dev.retinue.users;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Entries;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a page of the lists that Sutton alone reads costs the database, far down in them. Each of 3,000 people asks, is asked, blocked and
 * muted, a minute after the one before; as many others, who asked long ago, he has declined.
 */
@QuarkusTest
class OwnListCostTest extends RetinueTest {

    private static final int LENGTH = 3_000;

    private static final Instant BEGIN = Instant.now().minus(LENGTH, MINUTES);

    private static final ListKey HALF_WAY = ListKey.of(BEGIN.plus(LENGTH / 2, MINUTES), 0);

    @Inject
    RequestLists requests;

    @Inject
    Circle circle;

    private long sutton;

    @BeforeEach
    void manyAskAndAreAsked() {
        sutton = Transactions.ask(() -> User.named("Sutton").orElseThrow()).id;
        cast.fans(2 * LENGTH);
        eachFan("insert into follow_requests select id, :sutton, time from fan where n <= :length");
        eachFan(
                "insert into follow_requests select id, :sutton, time - interval '1 year', time from fan where n > :length");
        eachFan("insert into follow_requests select :sutton, id, time from fan where n <= :length");
        eachFan("insert into blocks select :sutton, id, time from fan where n <= :length");
        eachFan("insert into mutes select :sutton, id, time from fan where n <= :length");
        sql("analyze users, follow_requests, blocks, mutes");
    }

    @Test
    void aPageOfRequestsReadsWhatItShows() {
        assertReadsWhatItShows("follow_requests", () -> requests.askers(sutton, HALF_WAY));
        assertReadsWhatItShows("follow_requests", () -> requests.declined(sutton, HALF_WAY));
        assertReadsWhatItShows("follow_requests", () -> requests.asked(sutton, HALF_WAY));
    }

    @Test
    void aPageOfTheBlockedAndTheMutedReadsWhatItShows() {
        assertReadsWhatItShows("blocks", () -> circle.blocked(sutton, HALF_WAY));
        assertReadsWhatItShows("mutes", () -> circle.muted(sutton, HALF_WAY));
    }

    private void assertReadsWhatItShows(String table, Supplier<List<?>> page) {
        Transactions.run(() -> assertThat(page.get()).hasSize(Slice.SIZE + 1));
        assertThat(Entries.read(table, () -> page.get())).as(table).isBetween(Slice.SIZE + 1L, Slice.SIZE + 10L);
    }

    private void eachFan(String sql) {
        sql("with fan as (select id, n, cast('" + BEGIN
                + "' as timestamptz) + n % :length * interval '1 minute' as time "
                + "from users join generate_series(1, 2 * :length) n on username = 'fan ' || n) " + sql);
    }

    private void sql(String text) {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery(text.replace(":sutton", "" + sutton).replace(":length", "" + LENGTH))
                .executeUpdate());
    }
}
