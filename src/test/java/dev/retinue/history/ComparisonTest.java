package dev.retinue.history;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import dev.retinue.users.Audience;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sutton follows Priya and Ines; Daniel follows Priya and Mira. */
@QuarkusTest
class ComparisonTest extends RetinueTest {

    private static final String PATH = "/@Daniel_Bates/compare";

    @Inject
    Statements statements;

    private Browser sutton;

    @BeforeEach
    void theyFollow() {
        cast.user("Ines");
        cast.follow("Sutton", "Priya");
        cast.follow("Sutton", "Ines");
        cast.follow("Daniel Bates", "Priya");
        cast.follow("Daniel Bates", "Mira");
        sutton = Browser.of("Sutton");
    }

    @Test
    void whomBothFollowAndWhomOnlyOneDoes() {
        assertThat(names(PATH)).containsExactly("Priya");
        assertThat(names(PATH + "?part=one")).containsExactly("Mira");
        assertThat(names(PATH + "?part=other")).containsExactly("Ines");
        assertThat(sutton.page(PATH)
                        .select("nav[aria-label=Whom they follow] a")
                        .eachText())
                .containsExactly("Both 1", "Only Daniel Bates 1", "Only Sutton 1");
    }

    @Test
    void anyTwoCanBeCompared() {
        assertThat(Browser.of("Mira")
                        .page(PATH + "?with=sutton")
                        .select(".person a")
                        .eachText())
                .containsExactly("Priya");
        assertThat(Browser.of("Mira")
                        .page(PATH + "?with=sutton&part=other")
                        .select(".person a")
                        .eachText())
                .containsExactly("Ines");
    }

    @Test
    void onlyListsThatOneMaySee() {
        Transactions.run(() -> User.<User>findById(user("Mira").id).followingFor = Audience.ME);
        assertThat(again(PATH + "?with=Mira")).isEqualTo("There is nobody of that name whose list you may see.");
        assertThat(sutton.status("/@Mira/compare")).isEqualTo(404);
        assertThat(again(PATH + "?with=nobody")).isEqualTo("There is nobody of that name whose list you may see.");
        assertThat(again(PATH + "?with=Daniel_Bates")).isEqualTo("Choose somebody else to compare with.");
        Transactions.run(() -> user("Priya").with(user("Sutton")).block());
        assertThat(names(PATH)).isEmpty();
        assertThat(sutton.status("/@Priya/compare")).isEqualTo(404);
    }

    @Test
    void aPrivateFollowOfTheOtherIsInNoPart() {
        Transactions.run(() -> user("Daniel Bates").with(user("Priya")).followPrivately());
        Transactions.run(() -> user("Daniel Bates").with(user("Mira")).followPrivately());
        assertThat(names(PATH)).isEmpty();
        assertThat(names(PATH + "?part=one")).isEmpty();
        assertThat(names(PATH + "?part=other")).containsExactly("Ines", "Priya");
    }

    @Test
    void onesOwnPrivateFollowsAreCompared() {
        Transactions.run(() -> user("Sutton").with(user("Priya")).followPrivately());
        assertThat(names(PATH)).containsExactly("Priya");
        assertThat(Browser.of("Mira").page(PATH + "?with=sutton").select(".person a"))
                .isEmpty();
    }

    @Test
    void withOneselfOneChoosesSomebodyElse() {
        var page = sutton.page("/@Sutton/compare");
        assertThat(page.select("input[name=with]").val()).isEmpty();
        assertThat(names("/@Sutton/compare?with=Daniel_Bates")).containsExactly("Priya");
    }

    @Test
    void itIsForMembers() {
        assertThat(Browser.visitor().status(PATH)).isEqualTo(303);
    }

    @Test
    void itTakesSixStatementsHoweverMany() {
        sutton.page(PATH);
        assertThat(statements.during(() -> sutton.page(PATH))).isLessThanOrEqualTo(6);
    }

    @Test
    void aLongPartGoesOnPageByPage() {
        for (var i = 0; i < 45; i++) {
            cast.user("Reader " + i);
            cast.follow("Daniel Bates", "Reader " + i);
        }
        var first = sutton.page(PATH + "?part=one");
        assertThat(first.select(".person")).hasSize(40);
        var next = sutton.page(first.select("a[rel=next]").attr("href"));
        assertThat(next.select(".person a").eachText()).hasSize(6).endsWith("Mira");
    }

    @Test
    void beyondTenThousandItIsSaidThatThereAreMore() {
        follows("Daniel Bates", 10_000);
        assertThat(tab("one")).isEqualTo("Only Daniel Bates 10K+");
        follows("Sutton", 9_999);
        assertThat(tab("both")).isEqualTo("Both 10K");
    }

    private String tab(String part) {
        return sutton.page(PATH + "?part=" + part).select("nav a[aria-current]").text();
    }

    /** So many whom nobody else has followed, or those who are there for the other already. */
    private static void follows(String name, int people) {
        sql("insert into users (username, username_key, role, bio, created_at)"
                + " select 'Many ' || n, 'many_' || n, 'member', '', now() from generate_series(1, " + people
                + ") n on conflict do nothing");
        sql("insert into follows (follower_id, followed_id, timestamp) select " + Transactions.ask(() -> user(name)).id
                + ", id, now() from users where username_key like 'many%' order by id limit " + people);
    }

    private List<String> names(String path) {
        return sutton.page(path).select(".person a").eachText();
    }

    private String again(String path) {
        var answer = sutton.request().get(path);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.asString()).select("#with-problem").text();
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
