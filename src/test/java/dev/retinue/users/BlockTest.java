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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sutton has nothing to do with Daniel any more. */
@QuarkusTest
class BlockTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    private static final String SUTTON = "/@Sutton";

    @Inject
    Statements statements;

    private Browser sutton;

    private Browser daniel;

    @BeforeEach
    void theyAreLoggedIn() {
        sutton = Browser.of("Sutton");
        daniel = Browser.of("Daniel Bates");
    }

    @Test
    void thePageBeforeABlockSaysWhatItEnds() {
        mutuals();
        var page = sutton.page(DANIEL + "/block");
        assertThat(page.select("main li").eachText())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("You follow Daniel Bates, since"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("Daniel Bates follows you, since"));
        assertThat(sutton.page("/@Mira/block").select("main").text()).contains("nothing else ends");
    }

    @Test
    void aBlockEndsBothFollowsAndTheirCounts() {
        mutuals();
        sutton.postAndSee(DANIEL + "/block");
        for (var each : Stream.of(SUTTON, DANIEL).toList()) {
            assertThat(Browser.visitor().page(each).select(".counts a").eachText())
                    .containsExactly("0 followers", "0 following");
        }
    }

    @Test
    void aBlockEndsBothRequests() {
        sql("update users set private_since = now()");
        sutton.postAndSee(DANIEL + "/follow");
        daniel.postAndSee(SUTTON + "/follow");
        sutton.postAndSee(DANIEL + "/block");
        assertThat(Transactions.count(() -> FollowRequest.count())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/followers", "/following", "/block"})
    void neitherSeesTheOther(String page) {
        sutton.postAndSee(DANIEL + "/block");
        assertThat(sutton.status(DANIEL + page)).isEqualTo(404);
        assertThat(daniel.status(SUTTON + page)).isEqualTo(404);
        assertThat(Browser.of("Mira").status(SUTTON + page)).isEqualTo(200);
    }

    @Test
    void neitherStandsInAnyListOfTheOther() {
        cast.follow("Sutton", "Mira");
        cast.follow("Daniel Bates", "Mira");
        cast.follow("Mira", "Daniel Bates");
        sutton.postAndSee(DANIEL + "/block");
        for (var list : List.of("/", "/@Mira/followers", "/@Mira/followers?q=Daniel", "/@Mira/following")) {
            assertThat(names(sutton, list)).doesNotContain("Daniel Bates");
        }
        for (var list : List.of("/", "/@Mira/followers", "/@Mira/followers?q=Sutton")) {
            assertThat(names(daniel, list)).doesNotContain("Sutton");
        }
        assertThat(names(Browser.visitor(), "/@Mira/followers")).containsExactly("Daniel Bates", "Sutton");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void whoIsBlockedReachesTheOtherByNoButton(String verb) {
        sutton.postAndSee(DANIEL + "/block");
        assertThat(daniel.post(SUTTON + "/" + verb).statusCode()).isEqualTo(404);
        assertThat(Transactions.count(() -> Follow.count())).isZero();
    }

    static List<String> verbs() {
        return List.of("follow", "unfollow", "accept", "mute", "remove-follower", "block", "undo");
    }

    @Test
    void whoBlocksDoesNotFollow() {
        sutton.postAndSee(DANIEL + "/block");
        sutton.postAndSee(DANIEL + "/follow");
        assertThat(Transactions.count(() -> Follow.count())).isZero();
    }

    @Test
    void unblockingAloneRestoresNothing() {
        mutuals();
        sutton.postAndSee(DANIEL + "/block");
        assertThat(names(sutton, "/settings/blocked")).containsExactly("Daniel Bates");
        sutton.postAndSee(DANIEL + "/unblock");
        assertThat(Transactions.count(() -> Follow.count())).isZero();
        assertThat(sutton.status(DANIEL)).isEqualTo(200);
        assertThat(names(sutton, "/settings/blocked")).isEmpty();
    }

    @Test
    void whatABlockEndedCanBeRestoredWithItsDates() {
        mutuals();
        var dates = dates();
        sutton.postAndSee(DANIEL + "/block");
        assertThat(sutton.page("/settings/blocked").select(".person button").eachText())
                .containsExactly("Unblock Daniel Bates", "Unblock and restore Daniel Bates");
        sutton.postAndSee(DANIEL + "/restore");
        assertThat(dates()).isEqualTo(dates);
        assertThat(sutton.page(DANIEL).select(".badge").text()).isEqualTo("Mutual");
    }

    @Test
    void afterThirtyDaysOnlyTheBlockCanBeEnded() {
        mutuals();
        sutton.postAndSee(DANIEL + "/block");
        sql("update blocks set timestamp = now() - interval '31 days'");
        assertThat(sutton.page("/settings/blocked").select(".person button").eachText())
                .containsExactly("Unblock Daniel Bates");
        sutton.postAndSee(DANIEL + "/restore");
        assertThat(Transactions.count(() -> Follow.count())).isZero();
    }

    @Test
    void blockingTwiceKeepsTheDate() {
        sutton.postAndSee(DANIEL + "/block");
        var since = Transactions.ask(() -> Block.<Block>findAll().firstResult().timestamp);
        sutton.postAndSee(DANIEL + "/block");
        assertThat(Transactions.ask(() -> Block.<Block>findAll().firstResult().timestamp))
                .isEqualTo(since);
    }

    @Test
    void whatOneBlocksTheOtherCannotUnblock() {
        sutton.postAndSee(DANIEL + "/block");
        daniel.post(SUTTON + "/unblock");
        daniel.post(SUTTON + "/restore");
        assertThat(daniel.status(SUTTON)).isEqualTo(404);
    }

    @Test
    void blocksKeepToTheirBudgetOfStatements() {
        mutuals();
        assertThat(statements.during(() -> sutton.page(DANIEL + "/block"))).isLessThanOrEqualTo(3);
        assertThat(statements.during(() -> sutton.postAndSee(DANIEL + "/block")))
                .isLessThanOrEqualTo(14);
        assertThat(statements.during(() -> sutton.page("/settings/blocked"))).isLessThanOrEqualTo(2);
    }

    private void mutuals() {
        cast.follow("Sutton", "Daniel Bates");
        cast.follow("Daniel Bates", "Sutton");
    }

    private static List<Instant> dates() {
        return Transactions.ask(() -> Follow.<Follow>list("order by follower.id").stream()
                .map(follow -> follow.timestamp)
                .toList());
    }

    private static List<String> names(Browser browser, String list) {
        return browser.page(list).select(".person a, .person strong").eachText();
    }
}
