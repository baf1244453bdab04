package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search in a list that is longer than a search walks through. */
@QuarkusTest
class LongListSearchTest extends RetinueTest {

    private static final int LENGTH = SearchByName.SHORT + 100;

    private static final int PAGE = ListPage.SIZE + 1;

    private User star;

    private User viewer;

    @Inject
    Circle circle;

    /** Every fourth is an "old fan". */
    @BeforeEach
    void moreFollowTheStarThanAWalkPasses() {
        cast.fansOf("Sutton", LENGTH);
        Transactions.run(() -> sql("""
                    update users set username = 'old ' || username, username_key = 'old_' || username_key
                    where username like 'fan %' and cast(substring(username from 5) as int) % 4 = 0
                    """));
        Stream.of("A fan", "Stefan 509", "Zoe Fan").forEach(name -> {
            cast.user(name);
            cast.follow(name, "Sutton");
        });
        cast.user("Fan 50 of nobody");
        star = Transactions.ask(() -> User.named("Sutton").orElseThrow());
        viewer = Transactions.ask(() -> User.named("Mira").orElseThrow());
    }

    /** Names that begin so and names that have it elsewhere, each of few and of many, and some of nobody in the list. */
    @ParameterizedTest
    @CsvSource({"fan", "fan 509", "an 5", "an_", "99", "n 50", "old", "stefan", "zo", "a", "nobody"})
    void byNameWhoHasItAnywhereInTheNameComesInOrder(String q) {
        var key = Username.key(q);
        var all = names(name -> key.length() < 3 ? ("_" + name).contains("_" + key) : name.contains(key));
        assertThat(read(q, Place.TOP)).isEqualTo(first(all));
        if (all.size() > 2 * PAGE) {
            var turn = at(all.get(2 * PAGE));
            assertThat(read(q, Place.after(turn))).isEqualTo(first(all.subList(2 * PAGE + 1, all.size())));
            var before = all.subList(PAGE, 2 * PAGE);
            assertThat(read(q, Place.before(turn)))
                    .isEqualTo(before.stream().sorted(Comparator.reverseOrder()).toList());
        }
    }

    /** Of many: all near, or from 1,100 rows away on. Of few: near and far. */
    @ParameterizedTest
    @CsvSource({"fan", "fan 8", "fan 509", "old fan 1", "stefan"})
    void byTimeTheNewestComeFirst(String q) {
        var newest = Stream.concat(
                Stream.of("zoe_fan", "stefan_509", "a_fan"),
                IntStream.rangeClosed(1, LENGTH).mapToObj(n -> fan(LENGTH + 1 - n)));
        var found = newest.filter(name -> name.contains(Username.key(q))).toList();
        assertThat(read(q, Sort.NEWEST, Place.TOP)).isEqualTo(first(found));
    }

    @ParameterizedTest
    @CsvSource({"fan 1", "an 1"})
    void whoIsNotShownIsNotFound(String q) {
        assertThat(read(q, Place.TOP)).contains("fan_1", "fan_10", "fan_1001");
        Transactions.run(() -> {
            sql("insert into blocks select id, ?1, now() from users where username_key = 'fan_1'", viewer.id);
            sql("update users set hidden_since = now() where username_key = 'fan_10'");
            sql("update follows set private = true from users where id = follower_id and username_key = 'fan_1001'");
        });
        assertThat(read(q, Place.TOP))
                .doesNotContain("fan_1", "fan_10", "fan_1001")
                .contains("fan_1002");
    }

    @Test
    void namesThatAreAlikeAreFoundAmongTheNewest() {
        assertThat(read("steffan", Place.TOP)).containsExactly("stefan_509");
        assertThat(read("steffan", Place.after(at("stefan_509")))).isEmpty();
        Transactions.run(() -> sql("""
                    update follows set timestamp = timestamp - interval '1 year' from users
                    where id = follower_id and username_key = 'stefan_509'
                    """));
        assertThat(read("steffan", Place.TOP)).isEmpty();
    }

    @Test
    void signsAloneAreNobodysName() {
        assertThat(read("-", Place.TOP)).isEmpty();
    }

    private List<String> read(String q, Place place) {
        return read(q, Sort.NAME, place);
    }

    private List<String> read(String q, Sort sort, Place place) {
        var listing = new Listing(star, Direction.FOLLOWERS, viewer.id, sort, Show.ALL, q);
        return Transactions.ask(() -> circle.rows(listing, place)).stream()
                .map(row -> Username.key(row.username()))
                .toList();
    }

    /** Of those who follow the star, in order. */
    private static List<String> names(Predicate<String> matching) {
        return Stream.concat(
                        IntStream.rangeClosed(1, LENGTH).mapToObj(LongListSearchTest::fan),
                        Stream.of("a_fan", "stefan_509", "zoe_fan"))
                .filter(matching)
                .sorted()
                .toList();
    }

    private static String fan(int number) {
        return (number % 4 == 0 ? "old_fan_" : "fan_") + number;
    }

    private static List<String> first(List<String> names) {
        return names.subList(0, Math.min(PAGE, names.size()));
    }

    private static ListKey at(String name) {
        return new ListKey(false, null, 0, name);
    }

    private static void sql(String statement, Object... parameters) {
        var query = User.getEntityManager().createNativeQuery(statement);
        for (var i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}
