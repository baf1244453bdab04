package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HomeTest extends RetinueTest {

    @Inject
    Statements statements;

    @Test
    void aVisitorLearnsWhatThisIsAndWhoIsHere() {
        var page = Browser.visitor().page("/");
        assertThat(page.select("h1").text()).isEqualTo("A place to follow people");
        assertThat(page.select(".person a").eachText()).containsExactly("Priya", "Mira", "Daniel Bates", "Sutton");
        assertThat(page.select("main a[href^=/signup]")).isNotEmpty();
    }

    @Test
    void aMemberFindsTheOwnListsAndWhomToFollow() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        var page = Browser.of("Sutton").page("/");
        assertThat(page.select("h1").text()).isEqualTo("Hello, Sutton");
        assertThat(page.select(".counts a").eachText()).containsExactly("1 follower", "0 following");
        assertThat(page.select(".person button").eachText())
                .containsExactly("Follow Priya", "Follow Mira", "Follow back Daniel Bates");
        assertThat(page.select("header form[action=/logout] button").text()).isEqualTo("Log out");
    }

    @Test
    void whereNobodyIsTheFirstIsInvited() {
        Transactions.run(() -> User.<User>listAll().forEach(User::delete));
        assertThat(Browser.visitor().page("/").select(".empty").text()).startsWith("Nobody is here yet.");
    }

    @ParameterizedTest
    @CsvSource({"/, 1, 3", "/login, 0, 1", "/signup, 0, 1"})
    void theFirstPagesKeepToTheirBudgetsOfStatements(String path, long signedOut, long signedIn) {
        var member = Browser.of("Sutton");
        assertThat(statements.during(() -> Browser.visitor().page(path))).isLessThanOrEqualTo(signedOut);
        assertThat(statements.during(() -> member.status(path))).isLessThanOrEqualTo(signedIn);
    }
}
