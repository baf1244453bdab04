package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page of a long list costs the database, in entries that it reads from the indexes of the follows. */
@QuarkusTest
class ListCostTest extends RetinueTest {

    private static final int LENGTH = 3_000;

    private static final Instant AT_ONCE = Instant.parse("2026-03-01T12:00:00Z");

    private static final int ENTRIES = ListPage.SIZE + 10;

    /** So often that the database would stop to plan for the one user asked for, if it were allowed to. */
    private static final int PREPARED = 15;

    private User star;

    @Inject
    Circle circle;

    /** Everyone follows the star and is followed by the star since the same moment, as after a load. */
    @BeforeEach
    void everyoneAndTheStarFollowEachOther() {
        star = Transactions.ask(() -> User.named("Sutton").orElseThrow());
        Transactions.run(() -> {
            sql("""
                    insert into users (username, username_key, created_at)
                    select 'fan ' || n, 'fan_' || n, now() from generate_series(1, ?1) n
                    """, LENGTH);
            sql("""
                    insert into follows select id, ?1, cast(?2 as timestamptz) from users where username_key like 'fan\\_%'
                    union all select ?1, id, cast(?2 as timestamptz) from users where username_key like 'fan\\_%'
                    """, star.id, AT_ONCE);
        });
        Transactions.run(() -> sql("analyze follows, users"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageOfAListReadsWhatItShows(Direction direction) {
        var middle = new ListKey(AT_ONCE, LENGTH / 2);
        for (var again = 0; again < PREPARED; again++) {
            assertThat(entriesRead(() -> ListPage.top(direction, star, circle))).isLessThan(ENTRIES);
            assertThat(entriesRead(() -> ListPage.after(middle, direction, star, circle)))
                    .isLessThan(ENTRIES);
            assertThat(entriesRead(() -> ListPage.before(middle, direction, star, circle)))
                    .isLessThan(ENTRIES);
        }
    }

    private static long entriesRead(Runnable page) {
        return Transactions.count(() -> {
            var before = entriesReadSoFar();
            page.run();
            return entriesReadSoFar() - before;
        });
    }

    private static long entriesReadSoFar() {
        return (Long) Panache.getEntityManager().createNativeQuery("""
                        select cast(sum(pg_stat_get_xact_tuples_returned(indexrelid)) as bigint)
                        from pg_index where indrelid = cast('follows' as regclass)
                        """).getSingleResult();
    }

    private static void sql(String statement, Object... parameters) {
        var query = Panache.getEntityManager().createNativeQuery(statement);
        for (var i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}
