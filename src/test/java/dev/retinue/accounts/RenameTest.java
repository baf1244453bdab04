package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import dev.retinue.web.Text;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Daniel Bates takes the name of Dan. */
@QuarkusTest
class RenameTest extends RetinueTest {

    @Inject
    Statements statements;

    private Browser daniel;

    @BeforeEach
    void danielIsLoggedIn() {
        daniel = Browser.of("Daniel Bates");
    }

    @Test
    void aRenamedMemberIsTheSameMember() {
        cast.follow("Sutton", "Daniel Bates");
        assertThat(rename(daniel, "Dan").header("Location")).isEqualTo("/settings/username");
        var page = daniel.page("/@Dan");
        assertThat(page.select("h1").text()).isEqualTo("Dan");
        assertThat(page.select(".badge").text()).isEqualTo("You");
        assertThat(page.select(".counts a").first().text()).isEqualTo("1 follower");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/followers", "/followers?q=%C3%A9+a&sort=name", "/following?after=1-2"})
    void anOldAddressLeadsToTheNewOne(String page) {
        rename(daniel, "Dan");
        for (var name : List.of("Daniel_Bates", "daniel%5Fbates", "DANIEL_BATES")) {
            var answer = Browser.visitor().request().get("/@" + name + page);
            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.header("Location")).isEqualTo("/@Dan" + page);
        }
    }

    @Test
    void aButtonOnAnOldPageStillWorks() {
        rename(daniel, "Dan");
        var answer = Browser.of("Sutton").post("/@Daniel_Bates/follow");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo("/@Dan/follow");
    }

    @Test
    void anOldNameIsNotGivenAway() {
        rename(daniel, "Dan");
        var taken = problem(rename(Browser.of("Sutton"), "daniel bates"));
        assertThat(taken).isEqualTo("The username daniel bates is taken. Choose another.");
        var signUp =
                Browser.visitor().submit("/signup", Map.of("username", "Daniel_Bates", "password", "a long password"));
        assertThat(signUp.statusCode()).isEqualTo(422);
        assertThat(Transactions.count(() -> User.count())).isEqualTo(4);
    }

    @Test
    void whoHadANameCanHaveItAgain() {
        rename(daniel, "Dan");
        daysPass();
        rename(daniel, "Daniel Bates");
        assertThat(daniel.page("/@Daniel_Bates").select("h1").text()).isEqualTo("Daniel Bates");
        assertThat(Browser.visitor().request().get("/@Dan").header("Location")).isEqualTo("/@Daniel_Bates");
    }

    @Test
    void anotherNameCanBeTakenOnceInThirtyDays() {
        rename(daniel, "Dan");
        assertThat(problem(rename(daniel, "Danny")))
                .isEqualTo("You can take another name from " + Text.exact(inThirtyDays()) + " on.");
        daysPass();
        assertThat(rename(daniel, "Danny").statusCode()).isEqualTo(303);
        assertThat(Browser.visitor().request().get("/@Daniel_Bates").header("Location"))
                .isEqualTo("/@Danny");
    }

    @Test
    void savingTheSameNameChangesNothing() {
        for (var same : List.of("Daniel Bates", " Daniel Bates ", "Daniel\u00a0Bates")) {
            assertThat(rename(daniel, same).statusCode()).isEqualTo(303);
        }
        assertThat(rename(daniel, "Dan").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherSpellingIsAnotherNameAtTheSameAddress() {
        assertThat(rename(daniel, "daniel BATES").statusCode()).isEqualTo(303);
        assertThat(daniel.page("/@Daniel_Bates").select("h1").text()).isEqualTo("daniel BATES");
        assertThat(formerNames()).isZero();
        assertThat(problem(rename(daniel, "Daniel Bates"))).startsWith("You can take another name from");
    }

    @Test
    void thePageSaysFromWhenOnAnotherNameIsPossible() {
        assertThat(daniel.page("/settings/username").select("main").text()).contains("once in 30 days.");
        rename(daniel, "Dan");
        assertThat(daniel.page("/settings/username").select("main").text())
                .contains("once in 30 days, so again from " + Text.exact(inThirtyDays()) + " on.");
    }

    @Test
    void whoIsLoggedInOnAnotherDeviceStaysSo() {
        var phone = Browser.visitor()
                .submit("/login", Map.of("username", "Daniel Bates", "password", Cast.PASSWORD))
                .cookie("retinue");
        rename(daniel, "Dan");
        var page = Browser.visitor().request().cookie("retinue", phone).get("/settings/username");
        assertThat(Jsoup.parse(page.asString()).select("header .me").text()).isEqualTo("Dan");
    }

    @Test
    void aMentionOfTheOldNameLeadsToTheMember() {
        Browser.of("Mira").submit("/settings/profile", Map.of("bio", "With @Daniel_Bates."));
        rename(daniel, "Dan");
        var mention = Browser.visitor().page("/@Mira").select(".bio a").attr("href");
        assertThat(Browser.visitor().request().get(mention).header("Location")).isEqualTo("/@Dan");
    }

    @Test
    void theNamesOfARemovedMemberAreFree() {
        rename(daniel, "Dan");
        Transactions.run(() -> User.named("Dan").orElseThrow().delete());
        assertThat(Browser.visitor().status("/@Daniel_Bates")).isEqualTo(404);
        assertThat(rename(Browser.of("Sutton"), "Daniel Bates").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sutton", "sutton", "", "a/b", "  "})
    void aNameThatIsTakenOrNoneIsRefusedAndKeptInTheForm(String name) {
        var answer = rename(daniel, name);
        assertThat(problem(answer)).isNotEmpty();
        assertThat(Jsoup.parse(answer.asString()).select("#username").val()).isEqualTo(name);
    }

    @Test
    void oneLogsInWithTheNewName() {
        rename(daniel, "Dan");
        assertThat(logIn("Daniel Bates")).isEqualTo(422);
        assertThat(logIn("Dan")).isEqualTo(303);
    }

    @Test
    void anOldNameTellsNothingOfWhoIsHiddenOrBlocks() {
        rename(daniel, "Dan");
        daniel.postAndSee("/@Sutton/block");
        assertThat(Browser.of("Sutton").status("/@Daniel_Bates")).isEqualTo(404);
        assertThat(Browser.of("Mira").status("/@Daniel_Bates")).isEqualTo(308);
        daniel.postAndSee("/settings/account/deactivate");
        assertThat(Browser.of("Mira").status("/@Daniel_Bates")).isEqualTo(404);
    }

    @Test
    void aPageThatIsThereNeedsNoMoreStatements() {
        assertThat(statements.during(() -> Browser.visitor().page("/@Daniel_Bates")))
                .isLessThanOrEqualTo(1);
        rename(daniel, "Dan");
        assertThat(statements.during(() -> Browser.visitor().request().get("/@Daniel_Bates")))
                .isLessThanOrEqualTo(3);
    }

    private static Response rename(Browser browser, String name) {
        return browser.submit("/settings/username", Map.of("username", name));
    }

    private static String problem(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.asString()).select(".problem").text();
    }

    private static int logIn(String name) {
        return Browser.visitor()
                .submit("/login", Map.of("username", name, "password", Cast.PASSWORD))
                .statusCode();
    }

    private static long formerNames() {
        return Transactions.ask(() -> (Long) User.getEntityManager()
                .createNativeQuery("select count(*) from former_usernames", Long.class)
                .getSingleResult());
    }

    private static Instant inThirtyDays() {
        return Transactions.ask(() -> (Instant) User.getEntityManager()
                .createNativeQuery(
                        "select renamed_at + interval '30 days' from users where username = 'Dan'", Instant.class)
                .getSingleResult());
    }

    private static void daysPass() {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update users set renamed_at = renamed_at - interval '30 days'")
                .executeUpdate());
    }
}
