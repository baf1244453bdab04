package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.users.Chores;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Sutton sets under Privacy. */
@QuarkusTest
class PrivacyTest extends RetinueTest {

    private static final String PRIVACY = "/settings/privacy";

    @Inject
    Chores chores;

    @Inject
    Statements statements;

    @Test
    void aPrivateAccountIsAskedAndSaysSo() {
        Browser.of("Sutton").postAndSee(PRIVACY + "/private");
        var page = Browser.of("Daniel Bates").page("/@Sutton");
        assertThat(page.select(".badge").text()).isEqualTo("Private account");
        assertThat(page.select(".actions > form button").text()).isEqualTo("Request Sutton");
    }

    @ParameterizedTest
    @CsvSource({"ALL, 2 followers", "MUTUALS, 1 follower", "NOBODY, 0 followers"})
    void goingPrivateAsksWhichFollowersStay(String staying, String followers) {
        cast.follow("Daniel Bates", "Sutton");
        cast.follow("Mira", "Sutton");
        cast.follow("Sutton", "Mira");
        var sutton = Browser.of("Sutton");
        assertThat(sutton.page(PRIVACY).select("legend").text()).isEqualTo("Your 2 present followers");
        sutton.submit(PRIVACY + "/private", Map.of("staying", staying));
        chores.run();
        assertThat(sutton.page("/@Sutton").select(".counts a").first().text()).isEqualTo(followers);
    }

    @Test
    void whoeverIsPrivateAlreadyRemovesNobodyByIt() {
        var sutton = Browser.of("Sutton");
        cast.follow("Mira", "Sutton");
        sutton.postAndSee(PRIVACY + "/private");
        var again = sutton.after(sutton.submit(PRIVACY + "/private", Map.of("staying", "NOBODY")));
        assertThat(again.select("#notice").text()).isEqualTo("Nothing has changed.");
        chores.run();
        assertThat(sutton.page("/@Sutton").select(".counts a").first().text()).isEqualTo("1 follower");
    }

    @Test
    void goingPublicAcceptsWhoWaits() {
        var sutton = Browser.of("Sutton");
        sutton.postAndSee(PRIVACY + "/private");
        cast.follow("Daniel Bates", "Sutton");
        assertThat(sutton.page(PRIVACY).select("main").text()).contains("1 request that waits is accepted");
        sutton.postAndSee(PRIVACY + "/public");
        var again = sutton.after(sutton.post(PRIVACY + "/public"));
        assertThat(again.select("#notice").text()).isEqualTo("Nothing has changed.");
        chores.run();
        assertThat(sutton.page("/@Sutton/followers").select(".person a").text()).isEqualTo("Daniel Bates");
    }

    @Test
    void eachAudienceIsSetOnItsOwn() {
        var sutton = Browser.of("Sutton");
        var page = sutton.after(
                sutton.submit(PRIVACY, Map.of("followers", "MEMBERS", "following", "ME", "counts", "EVERYONE")));
        assertThat(page.select("#notice").text()).isEqualTo("Saved.");
        assertThat(sutton.page(PRIVACY).select("#notice").text()).isEmpty();
        assertThat(chosen(page, "followers")).isEqualTo("MEMBERS");
        assertThat(chosen(page, "following")).isEqualTo("ME");
        assertThat(chosen(page, "counts")).isEqualTo("EVERYONE");
        assertThat(Browser.visitor().status("/@Sutton/followers")).isEqualTo(404);
        assertThat(Browser.of("Mira").status("/@Sutton/followers")).isEqualTo(200);
        assertThat(Browser.of("Mira").status("/@Sutton/following")).isEqualTo(404);
    }

    @Test
    void nonsenseShowsTheLeast() {
        var sutton = Browser.of("Sutton");
        sutton.submit(PRIVACY, Map.of("followers", "nonsense"));
        assertThat(Browser.of("Mira").status("/@Sutton/followers")).isEqualTo(404);
    }

    @Test
    void thePageKeepsToItsBudgetOfStatements() {
        var sutton = Browser.of("Sutton");
        assertThat(statements.during(() -> sutton.page(PRIVACY))).isLessThanOrEqualTo(3);
    }

    private static String chosen(Document page, String select) {
        return page.select("#" + select + " option[selected]").val();
    }
}
