package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following someone who accepts who follows: Daniel has a private account, and Sutton asks. */
@QuarkusTest
class RequestTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    private static final String SUTTON = "/@Sutton";

    @Inject
    Statements statements;

    private Browser sutton;

    private Browser daniel;

    @BeforeEach
    void danielIsPrivate() {
        sutton = Browser.of("Sutton");
        daniel = Browser.of("Daniel Bates");
        sql("update users set private_since = now() where username = 'Daniel Bates'");
    }

    @Test
    void followingAPrivateAccountAsks() {
        assertThat(buttonOf(sutton, DANIEL)).isEqualTo("Request Daniel Bates");
        sutton.postAndSee(DANIEL + "/follow");
        var page = sutton.page(DANIEL);
        assertThat(page.select(".actions > form button").text()).isEqualTo("Withdraw Daniel Bates");
        assertThat(page.select(".counts a").first().text()).isEqualTo("0 followers");
        assertThat(people(sutton, "/requests/sent")).isEqualTo("Daniel Bates");
    }

    @Test
    void theOneAskedSeesWhoAsksSinceWhenTheyAreHereAndWhomBothKnow() {
        cast.follow("Daniel Bates", "Mira");
        cast.follow("Mira", "Sutton");
        sutton.postAndSee(DANIEL + "/follow");
        var row = daniel.page("/requests").select(".person");
        assertThat(row.select("a").text()).isEqualTo("Sutton");
        assertThat(row.select("p").text()).contains("asked just now", "here since", "followed by 1 person you know");
        assertThat(row.select("button").eachText()).containsExactly("Accept Sutton", "Decline Sutton");
        var profile = daniel.page(SUTTON);
        assertThat(profile.select(".badge").text()).isEqualTo("Asks to follow you");
        assertThat(profile.select(".asks button").eachText()).containsExactly("Accept Sutton", "Decline Sutton");
    }

    @Test
    void whoIsAcceptedFollows() {
        sutton.postAndSee(DANIEL + "/follow");
        daniel.postAndSee(SUTTON + "/accept");
        assertThat(buttonOf(sutton, DANIEL)).isEqualTo("Unfollow Daniel Bates");
        assertThat(people(sutton, DANIEL + "/followers")).isEqualTo("Sutton");
        assertThat(people(daniel, "/requests")).isEmpty();
    }

    @Test
    void whoAskedLearnsOfAnAcceptanceAndNotOfADecline() {
        sutton.postAndSee(DANIEL + "/follow");
        daniel.postAndSee(SUTTON + "/decline");
        assertThat(sutton.page("/requests/sent").select("h2")).isEmpty();
        daniel.postAndSee(SUTTON + "/accept");
        var page = sutton.page("/requests/sent");
        assertThat(page.select("h2").text()).isEqualTo("Accepted in the last 30 days");
        assertThat(page.select(".person").text()).startsWith("Daniel Bates accepted");
        sutton.postAndSee(DANIEL + "/unfollow");
        assertThat(sutton.page("/requests/sent").select("h2")).isEmpty();
    }

    @Test
    void whoIsDeclinedSeesNoDifference() {
        sutton.postAndSee(DANIEL + "/follow");
        var before = sutton.page(DANIEL).select("main").html();
        var sent = sutton.page("/requests/sent").select("main").html();
        daniel.postAndSee(SUTTON + "/decline");
        assertThat(sutton.page(DANIEL).select("main").html()).isEqualTo(before);
        assertThat(sutton.page("/requests/sent").select("main").html()).isEqualTo(sent);
        sutton.postAndSee(DANIEL + "/follow");
        assertThat(people(daniel, "/requests")).isEmpty();
    }

    @Test
    void whoWasDeclinedFollowsOnceTheAccountIsPublic() {
        sutton.postAndSee(DANIEL + "/follow");
        daniel.postAndSee(SUTTON + "/decline");
        sql("update users set private_since = null");
        assertThat(buttonOf(sutton, DANIEL)).isEqualTo("Follow Daniel Bates");
        sutton.postAndSee(DANIEL + "/follow");
        assertThat(buttonOf(sutton, DANIEL)).isEqualTo("Unfollow Daniel Bates");
        assertThat(people(sutton, "/requests/sent")).isEmpty();
    }

    @Test
    void whoHasDeclinedCanChangeTheirMind() {
        sutton.postAndSee(DANIEL + "/follow");
        daniel.postAndSee(SUTTON + "/decline");
        assertThat(people(daniel, "/requests/declined")).isEqualTo("Sutton");
        daniel.postAndSee(SUTTON + "/reconsider");
        assertThat(people(daniel, "/requests")).isEqualTo("Sutton");
        daniel.postAndSee(SUTTON + "/decline");
        daniel.postAndSee(SUTTON + "/accept");
        assertThat(people(daniel, DANIEL + "/followers")).isEqualTo("Sutton");
    }

    @Test
    void homeTellsHowManyAsk() {
        assertThat(daniel.page("/").text()).contains("Requests to follow · History");
        sutton.postAndSee(DANIEL + "/follow");
        assertThat(daniel.page("/").text()).contains("Requests to follow: 1 person waits · History");
        Transactions.run(() -> User.named("Sutton").orElseThrow().deactivate());
        assertThat(daniel.page("/").text()).contains("Requests to follow · History");
    }

    @Test
    void afterThirtyDaysADeclinedRequestIsNotShownAgain() {
        sutton.postAndSee(DANIEL + "/follow");
        daniel.postAndSee(SUTTON + "/decline");
        sql("update follow_requests set declined_at = now() - interval '31 days'");
        assertThat(people(daniel, "/requests/declined")).isEmpty();
        daniel.postAndSee(SUTTON + "/reconsider");
        assertThat(people(daniel, "/requests")).isEmpty();
    }

    @Test
    void aRequestThatIsWithdrawnIsNone() {
        sutton.postAndSee(DANIEL + "/follow");
        sutton.postAndSee(DANIEL + "/withdraw");
        sutton.postAndSee(DANIEL + "/withdraw");
        assertThat(people(daniel, "/requests")).isEmpty();
        daniel.postAndSee(SUTTON + "/accept");
        assertThat(people(sutton, DANIEL + "/followers")).isEmpty();
    }

    @Test
    void askingTwiceKeepsTheDate() {
        sutton.postAndSee(DANIEL + "/follow");
        var asked = asked();
        sutton.postAndSee(DANIEL + "/follow");
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void aFollowerStaysOneWhoBecomesPrivate() {
        cast.follow("Sutton", "Mira");
        sql("update users set private_since = now()");
        sutton.postAndSee("/@Mira/follow");
        assertThat(buttonOf(sutton, "/@Mira")).isEqualTo("Unfollow Mira");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests", "/requests/declined", "/requests/sent"})
    void aListOfRequestsGoesOnWhereAPageEnds(String path) {
        for (var i = 1; i <= 45; i++) {
            cast.user("fan " + i);
        }
        sql("""
                insert into follow_requests (follower_id, followed_id, timestamp, declined_at)
                select u.id, d.id, now() - u.id * interval '1 minute', case when '%1$s' like '%%declined' then now() end
                from users u, users d where u.username like 'fan %%' and d.username = 'Daniel Bates'
                union all select d.id, u.id, now(), null
                from users u, users d where u.username like 'fan %%' and d.username = 'Daniel Bates'
                """.formatted(path));
        var first = daniel.page(path);
        assertThat(first.select(".person")).hasSize(40);
        var rest = daniel.page(first.select("a[rel=next]").attr("href"));
        assertThat(rest.select(".person a").eachText())
                .hasSize(5)
                .doesNotContainAnyElementsOf(first.select(".person a").eachText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests", "/requests/declined", "/requests/sent"})
    void requestsKeepToTheirBudgetOfStatements(String path) {
        sutton.postAndSee(DANIEL + "/follow");
        assertThat(statements.during(() -> daniel.page(path))).isLessThanOrEqualTo(3);
    }

    @Test
    void requestsAreForMembers() {
        assertThat(Browser.visitor().request().get("/requests").header("Location"))
                .isEqualTo("/login?back=%2Frequests");
        assertThat(daniel.status("/requests?before=nonsense")).isEqualTo(400);
    }

    private static String buttonOf(Browser browser, String profile) {
        return browser.page(profile).select(".actions > form button").text();
    }

    private static String people(Browser browser, String list) {
        return browser.page(list).select(".person a").text();
    }

    private static Instant asked() {
        return Transactions.ask(() -> FollowRequest.<FollowRequest>findAll().firstResult().timestamp);
    }
}
