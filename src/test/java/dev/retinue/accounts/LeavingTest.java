package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.Chores;
import dev.retinue.users.Follow;
import dev.retinue.users.FollowEvent;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Daniel leaves, for a while or for good. Sutton and he follow each other, and Mira follows Sutton. */
@QuarkusTest
class LeavingTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    @Inject
    Chores chores;

    private Browser daniel;

    private Browser sutton;

    @BeforeEach
    void theyFollowEachOther() {
        daniel = Browser.of("Daniel Bates");
        sutton = Browser.of("Sutton");
        cast.follow("Sutton", "Daniel Bates");
        cast.follow("Daniel Bates", "Sutton");
        cast.follow("Mira", "Sutton");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/followers", "/following", "/block"})
    void whoHasDeactivatedIsNotFound(String page) {
        deactivate();
        assertThat(sutton.status(DANIEL + page)).isEqualTo(404);
        assertThat(sutton.post(DANIEL + "/follow").statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasDeactivatedIsInNoListNoSearchAndNoCount() {
        deactivate();
        for (var list : List.of("/", "/@Sutton/followers", "/@Sutton/followers?q=Daniel", "/@Sutton/following")) {
            assertThat(people(list)).doesNotContain("Daniel Bates");
        }
        assertThat(counts("/@Sutton")).containsExactly("1 follower", "0 following");
    }

    @Test
    void theListsLeaveThemOutEvenBeforeTheChoresAreDone() {
        daniel.postAndSee("/settings/account/deactivate");
        assertThat(people("/@Sutton/followers")).containsExactly("Mira");
    }

    @Test
    void noPageNamesThemEvenBeforeTheChoresAreDone() {
        cast.follow("Daniel Bates", "Mira");
        assertThat(sutton.page("/@Mira").select(".known").text()).isEqualTo("Followed by Daniel Bates");
        daniel.postAndSee("/settings/account/deactivate");
        assertThat(sutton.page("/@Mira").select(".known")).isEmpty();
        cast.seemFollowedByMany("Mira");
        assertThat(sutton.page("/@Mira").select(".known")).isEmpty();
    }

    @Test
    void whomOneBlocksIsNotListedUntilTheyAreBack() {
        sutton.postAndSee(DANIEL + "/block");
        deactivate();
        assertThat(sutton.page("/settings/blocked").select("main").text()).contains("You block nobody.");
        logIn();
        assertThat(sutton.page("/settings/blocked").select("#people").text()).contains("Daniel Bates");
    }

    @Test
    void loggingInBringsEverythingBackAsItWas() {
        var dates = dates();
        deactivate();
        assertThat(logIn().header("Location")).isEqualTo("/");
        chores.run();
        assertThat(people("/@Sutton/followers")).containsExactly("Mira", "Daniel Bates");
        assertThat(counts("/@Sutton")).containsExactly("2 followers", "1 following");
        assertThat(counts(DANIEL)).containsExactly("1 follower", "1 following");
        assertThat(dates()).isEqualTo(dates);
        assertThat(Transactions.count(() -> FollowEvent.count())).isEqualTo(3);
    }

    @Test
    void aSessionOfBeforeIsDead() {
        deactivate();
        assertThat(daniel.request().get("/settings/account").header("Location")).startsWith("/login");
        assertThat(daniel.page("/").select("header a[href=/login]")).isEmpty();
        assertThat(sutton.status(DANIEL)).isEqualTo(404);
    }

    @Test
    void oneIsToldWhatHappened() {
        var left = daniel.post("/settings/account/deactivate");
        assertThat(daniel.after(left).select("#notice").text()).startsWith("Your account is hidden, and everything");
        assertThat(pageAfterLogIn().select("#notice").text())
                .startsWith("Welcome back. Your account is as you left it");
    }

    @Test
    void whoComesBackBeforeTheDeletionIsToldThatItIsOff() {
        delete();
        assertThat(pageAfterLogIn().select("#notice").text())
                .startsWith("Welcome back. Your account will not be deleted");
    }

    @Test
    void whoFollowsWhileTheyLeaveIsCountedOnce() {
        daniel.postAndSee("/settings/account/deactivate");
        assertThat(Browser.of("Priya").post(DANIEL + "/follow").statusCode()).isEqualTo(404);
        chores.run();
        logIn();
        chores.run();
        assertThat(counts(DANIEL)).containsExactly("1 follower", "1 following");
    }

    @Test
    void deletingNeedsThePassword() {
        var answer = daniel.submit("/settings/account/delete", Map.of("password", "guessed"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString()).select(".problem").text()).isEqualTo("That is not your password.");
        assertThat(daniel.status("/settings/account")).isEqualTo(200);
    }

    @Test
    void thePageBeforeSaysWhatGoesAndWhen() {
        var page = daniel.page("/settings/account/delete");
        assertThat(page.select("main li").text()).contains("1 follower, and 1 person you follow");
        assertThat(page.select("main time")).hasSize(1);
    }

    @Test
    void forFourteenDaysLoggingInKeepsTheAccount() {
        delete();
        assertThat(sutton.status(DANIEL)).isEqualTo(404);
        logIn();
        timePasses();
        chores.run();
        assertThat(sutton.status(DANIEL)).isEqualTo(200);
        assertThat(people("/@Sutton/followers")).containsExactly("Mira", "Daniel Bates");
    }

    @Test
    void afterFourteenDaysTheAccountIsGoneAndTheCountsAreRight() {
        delete();
        timePasses();
        assertThat(logIn().statusCode()).isEqualTo(422);
        chores.run();
        assertThat(Transactions.count(() -> User.count("username", "Daniel Bates")))
                .isZero();
        assertThat(Transactions.count(() -> Follow.count())).isEqualTo(1);
        assertThat(counts("/@Sutton")).containsExactly("1 follower", "0 following");
        assertThat(logIn().statusCode()).isEqualTo(422);
    }

    @Test
    void nothingTellsOfWhoIsGoneButNumbers() {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update follows set note = 'met in Cardiff'")
                .executeUpdate());
        delete();
        timePasses();
        chores.run();
        assertThat(Transactions.count(() -> FollowEvent.count("note <> ''"))).isZero();
        assertThat(Transactions.count(() -> FollowEvent.count())).isEqualTo(5);
    }

    private void deactivate() {
        daniel.postAndSee("/settings/account/deactivate");
        chores.run();
    }

    private void delete() {
        var left = daniel.submit("/settings/account/delete", Map.of("password", Cast.PASSWORD));
        assertThat(daniel.after(left).select("#notice").text())
                .isEqualTo("Your account is hidden, and will be deleted in 14 days. Log in before then to keep it.");
        chores.run();
    }

    private static Document pageAfterLogIn() {
        var answer = logIn();
        return Browser.with(answer.cookie("retinue")).after(answer);
    }

    private static Response logIn() {
        return Browser.visitor()
                .submit("/login", Map.of("username", "Daniel Bates", "password", Cast.PASSWORD, "back", "/"));
    }

    private static void timePasses() {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update users set leaves_at = leaves_at - interval '14 days'")
                .executeUpdate());
    }

    private static List<String> people(String list) {
        return Browser.visitor().page(list).select(".person a").eachText();
    }

    private static List<String> counts(String profile) {
        return Browser.visitor().page(profile).select(".counts a").eachText();
    }

    private static List<Object> dates() {
        return Transactions.ask(() -> Follow.<Follow>list("order by timestamp, follower.id").stream()
                .<Object>map(follow -> follow.timestamp)
                .toList());
    }
}
