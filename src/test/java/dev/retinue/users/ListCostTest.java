package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Entries;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page of a long list costs the database, in entries that it reads from the indexes of the follows. */
@QuarkusTest
class ListCostTest extends RetinueTest {

    private static final int LENGTH = 3_000;

    private static final int CIRCLE = 140;

    private static final Instant AT_ONCE = Instant.parse("2026-03-01T12:00:00Z");

    private User star;

    @Inject
    Circle circle;

    @BeforeEach
    void theStarIsKnown() {
        star = Transactions.ask(() -> User.named("Sutton").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void everyPageOfAListReadsWhatItShows(Direction direction) {
        everyoneAndTheStarFollowEachOtherAndAFewMore();
        var middle = new ListKey(false, AT_ONCE, LENGTH / 2, "fan_1500");
        for (var sort : List.of(Sort.NEWEST, Sort.OLDEST)) {
            for (var place : List.of(Place.TOP, Place.after(middle), Place.before(middle))) {
                var listing = new Listing(star, direction, Listing.NOBODY, sort, Show.ALL, "");
                assertThat(entriesRead(() -> circle.rows(listing, place)))
                        .as("%s %s", sort, place.step())
                        .isBetween(ListPage.SIZE + 1L, ListPage.SIZE + 10L);
            }
        }
    }

    /**
     * Whoever asks follows few; the statement is planned for others, for whom a join that reads all followers would cost less.
     * Beside them it reads the ties of the two and the note, at most three entries.
     */
    @Test
    void whomOneKnowsAmongManyFollowersIsLookedForOneByOne() {
        everyoneFollowsEveryoneButOneFollowsFew();
        manyFollowTheStar();
        var fan = fan(1);
        var sight = circle.sight(new Whom(star.usernameKey, true), fan).orElseThrow();
        assertThat(sight.known().count()).isEqualTo(15);
        assertThat(entriesRead(() -> circle.sight(new Whom(star.usernameKey, true), fan)))
                .isLessThanOrEqualTo(2 * 16 + 3);
        assertThat(circle.knownFollowers(fan, star.id)).containsExactly(Map.entry(star.id, 15L));
        assertThat(entriesRead(() -> circle.knownFollowers(fan, star.id))).isLessThanOrEqualTo(2 * 16);
    }

    /**
     * Users stand in the table as they came, and those of one name may all have come last. The newest followers have another, and the list
     * by name is too long to be gone through.
     */
    @ParameterizedTest
    @CsvSource({"NEWEST, 3000", "NAME, 10001"})
    void whoHasAnotherNameIsNotPassedWhereANameIsSearched(Sort sort, int fans) {
        Transactions.run(() -> sql("""
                    insert into users (username, username_key, created_at)
                    select 'other ' || n, 'other_' || n, now() from generate_series(1, 20 * ?1) n
                    """, LENGTH));
        cast.fansOf("Sutton", fans);
        Transactions.run(() -> sql("""
                    insert into follows select id, ?1, now() from users where username like 'other %' limit 1000
                    """, star.id));
        var search = new Listing(star, Direction.FOLLOWERS, Listing.NOBODY, sort, Show.ALL, "fan");
        assertThat(Entries.passed("users", () -> circle.rows(search, Place.TOP)))
                .isZero();
    }

    /** Planned for others, too, whose few followers would be gone through. The star follows each as well. */
    @Test
    void whoFollowsAStarIsLookedForOneByOne() {
        everyoneAndTheStarFollowEachOther();
        manyFollowTheStar();
        var first = fan(1);
        var shown = LongStream.range(first, first + ListPage.SIZE).boxed().toArray(Long[]::new);
        Transactions.run(() -> assertThat(Tied.to(star.id, shown)).hasSize(2 * ListPage.SIZE));
        assertThat(entriesRead(() -> Tied.to(star.id, shown))).isEqualTo(2 * ListPage.SIZE);
    }

    /** Most lists are shorter than a page, which is what a statement for all of them is planned for. */
    private void everyoneAndTheStarFollowEachOtherAndAFewMore() {
        everyoneAndTheStarFollowEachOther();
        Transactions.run(() -> sql("""
                    insert into follows
                    select one.id, another.id, cast(?1 as timestamptz) from users one join users another
                        on another.id between one.id + 1 and one.id + 15
                    where one.username_key like 'fan\\_%' and another.username_key like 'fan\\_%'
                    """, AT_ONCE));
        Transactions.run(() -> sql("analyze follows, users"));
    }

    /** Since the same moment, as after a load. */
    private void everyoneAndTheStarFollowEachOther() {
        cast.fans(LENGTH);
        Transactions.run(() -> sql("""
                    insert into follows select id, ?1, cast(?2 as timestamptz) from users where username_key like 'fan\\_%'
                    union all select ?1, id, cast(?2 as timestamptz) from users where username_key like 'fan\\_%'
                    """, star.id, AT_ONCE));
        Transactions.run(() -> sql("analyze follows, users"));
    }

    private void everyoneFollowsEveryoneButOneFollowsFew() {
        cast.fans(CIRCLE);
        Transactions.run(() -> {
            sql("""
                    insert into follows
                    select one.id, another.id, cast(?1 as timestamptz) from users one join users another on one.id <> another.id
                    where one.username_key like 'fan\\_%' and (another.username_key like 'fan\\_%' or another.id = ?2)
                        and (one.username_key <> 'fan_1' or another.username_key similar to 'fan\\_(\\d|1[0-6])')
                    """, AT_ONCE, star.id);
        });
        Transactions.run(() -> sql("analyze follows, users"));
    }

    private void manyFollowTheStar() {
        Transactions.run(() -> sql("update follow_counts set followers = ?1 where user_id = ?2", LENGTH, star.id));
    }

    private static long fan(int number) {
        return Transactions.ask(() -> User.named("fan " + number).orElseThrow()).id;
    }

    private static long entriesRead(Runnable page) {
        return Entries.read("follows", page);
    }

    private static void sql(String statement, Object... parameters) {
        var query = Panache.getEntityManager().createNativeQuery(statement);
        for (var i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}
