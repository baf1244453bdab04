package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListTest extends RetinueTest {

    @Inject
    Statements statements;

    private final Browser visitor = Browser.visitor();

    @Test
    void aListShowsEveryoneNewestFirstWithTheDate() {
        for (var fan : List.of("Daniel Bates", "Mira", "Priya")) {
            Browser.of(fan).postAndSee("/@Sutton/follow");
        }
        var page = visitor.page("/@Sutton/followers");
        assertThat(names(page)).containsExactly("Priya", "Mira", "Daniel Bates");
        assertThat(page.select(".person time[datetime]")).hasSize(3);
        assertThat(page.select("h1").text()).isEqualTo("Followers of Sutton");
        assertThat(page.select(".tabs a").eachText()).containsExactly("Followers 3", "Following 0");
        assertThat(page.select(".tabs [aria-current=page]").attr("href")).isEqualTo("/@Sutton/followers");
    }

    @Test
    void theOtherListShowsWhomOneFollows() {
        for (var star : List.of("Daniel_Bates", "Mira")) {
            Browser.of("Sutton").postAndSee("/@" + star + "/follow");
        }
        var page = visitor.page("/@Sutton/following");
        assertThat(names(page)).containsExactly("Mira", "Daniel Bates");
        assertThat(page.select("h1").text()).isEqualTo("Whom Sutton follows");
        assertThat(page.select(".tabs [aria-current=page]").attr("href")).isEqualTo("/@Sutton/following");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(visitor.page("/@Sutton/followers").select(".empty").text()).isEqualTo("Nobody follows Sutton yet.");
        assertThat(visitor.page("/@Sutton/following").select(".empty").text()).isEqualTo("Sutton follows nobody yet.");
    }

    @Test
    void eachRowHasAButtonThatSaysWhom() {
        crowd(2, false);
        var sutton = Browser.of("Sutton");
        sutton.postAndSee("/@fan_1/follow");
        assertThat(sutton.page("/@Sutton/followers").select(".person button").eachText())
                .containsExactly("Follow back fan 2", "Remove fan 2", "Unfollow fan 1", "Remove fan 1");
        assertThat(sutton.page("/@fan_1/followers").select(".person").text())
                .contains("You")
                .doesNotContain("Follow Sutton");
        assertThat(visitor.page("/@Sutton/followers").select(".people button")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesForthAndBackShowEveryoneOnceWhetherTimesDifferOrNot(boolean sameTime) {
        crowd(95, sameTime);
        var expected = IntStream.rangeClosed(1, 95)
                .map(i -> 96 - i)
                .mapToObj(i -> "fan " + i)
                .toList();
        for (var list : List.of("/@Sutton/followers", "/@Daniel_Bates/following")) {
            var first = visitor.page(list);
            var second = next(first);
            var third = next(second);
            var all = new ArrayList<String>();
            List.of(first, second, third).forEach(page -> all.addAll(names(page)));
            assertThat(all).isEqualTo(expected);
            assertThat(first.select("a[rel=prev]")).isEmpty();
            assertThat(third.select("a[rel=next]")).isEmpty();
            assertThat(names(previous(third))).isEqualTo(names(second));
            assertThat(names(previous(previous(third)))).isEqualTo(names(first));
            assertThat(previous(previous(third)).select("a[rel=prev]")).isEmpty();
        }
    }

    @Test
    void exactlyOneFullPageHasNoNext() {
        crowd(40, false);
        var page = visitor.page("/@Sutton/followers");
        assertThat(names(page)).hasSize(40);
        assertThat(page.select(".pager")).isEmpty();
    }

    @Test
    void pastTheEndThereIsAWayBack() {
        crowd(1, false);
        for (var query : List.of("after=1-1", "before=4102444800000000-1")) {
            var page = visitor.page("/@Sutton/followers?" + query);
            assertThat(page.select(".empty").text()).isEqualTo("Nobody more: this is the end of the list.");
            assertThat(page.select(".pager a").attr("href")).isEqualTo("/@Sutton/followers");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=junk", "before=1-", "after=99999999999999999999-1", "before=%00", "after=1-1%27"})
    void aBrokenKeyIsABrokenAddress(String query) {
        assertThat(visitor.status("/@Sutton/followers?" + query)).isEqualTo(400);
        assertThat(visitor.status("/@Sutton/following?" + query)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"0, false, 2", "95, false, 2", "0, true, 3", "95, true, 3"})
    void aListKeepsToItsBudgetOfStatementsHoweverLong(int followers, boolean signedIn, long budget) {
        crowd(followers, false);
        var browser = signedIn ? Browser.of("Mira") : visitor;
        for (var page : List.of("/@Sutton/followers", "/@Daniel_Bates/following?after=4102444800000000-1")) {
            assertThat(statements.during(() -> browser.page(page))).as(page).isLessThanOrEqualTo(budget);
        }
    }

    /** So many who follow Sutton, and whom Daniel follows: each a second later than the one before, or all at once. */
    private void crowd(int size, boolean sameTime) {
        cast.fans(size);
        var since = "timestamptz '2026-01-01' + id * ?1 * interval '1 second' from users where username like 'fan %'";
        Transactions.run(() -> Panache.getEntityManager()
                .createNativeQuery("insert into follows select id, 1, " + since + " union all select 2, id, " + since)
                .setParameter(1, sameTime ? 0 : 1)
                .executeUpdate());
    }

    private static List<String> names(Document page) {
        return page.select(".person a").eachText();
    }

    private Document next(Document page) {
        return visitor.page(page.select("a[rel=next]").attr("href"));
    }

    private Document previous(Document page) {
        return visitor.page(page.select("a[rel=prev]").attr("href"));
    }
}
