package dev.retinue.history;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sutton and Daniel. */
@QuarkusTest
class StoryTest extends RetinueTest {

    private static final String PATH = "/@Daniel_Bates/history";

    @Inject
    Statements statements;

    private Browser sutton;

    @BeforeEach
    void suttonIsLoggedIn() {
        sutton = Browser.of("Sutton");
    }

    @Test
    void sinceWhenEachFollowsTheOtherIsSaid() {
        cast.follow("Sutton", "Daniel Bates");
        cast.follow("Daniel Bates", "Sutton");
        sql("update follow_events set timestamp = timestamptz '2026-03-01' where follower_id = 1");
        var page = sutton.page(PATH);
        assertThat(page.select("section").get(0).text()).startsWith("You You follow Daniel Bates. since 1 Mar 2026");
        assertThat(page.select("section").get(1).text()).startsWith("Daniel Bates Daniel Bates follows you. since ");
        assertThat(sutton.page("/@Daniel_Bates").select("a[href=" + PATH + "]").text())
                .isEqualTo("How you know each other");
    }

    @Test
    void breaksAreSaid() {
        cast.follow("Sutton", "Daniel Bates");
        end("Sutton", "Daniel Bates");
        sql("update follow_events set timestamp = timestamptz '2026-03-01' + id * interval '1 day'");
        cast.follow("Sutton", "Daniel Bates");
        assertThat(sutton.page(PATH).select("section").get(0).select("li").eachText())
                .hasSize(2)
                .last()
                .asString()
                .matches("from \\d+ Mar 2026 to \\d+ Mar 2026");
    }

    @Test
    void whoNoLongerFollowsIsNotHeldUpToAnyone() {
        cast.follow("Daniel Bates", "Sutton");
        end("Daniel Bates", "Sutton");
        var other = sutton.page(PATH).select("section").get(1);
        assertThat(other.text()).isEqualTo("Daniel Bates Daniel Bates does not follow you.");
    }

    @Test
    void whoEndedAFollowOfMineIsNotSaid() {
        cast.follow("Sutton", "Daniel Bates");
        Transactions.run(() -> user("Daniel Bates").with(user("Sutton")).removeFollower());
        sql("update follow_events set timestamp = timestamptz '2026-03-01' + id * interval '1 day'");
        assertThat(sutton.page(PATH).select("section").get(0).text())
                .matches("You You do not follow Daniel Bates. from \\d+ Mar 2026 to \\d+ Mar 2026");
    }

    @Test
    void theNoteAndWhomOneKnowsInCommonAreThere() {
        cast.follow("Sutton", "Daniel Bates");
        cast.follow("Sutton", "Mira");
        cast.follow("Mira", "Daniel Bates");
        Transactions.run(() -> user("Sutton").with(user("Daniel Bates")).note("Met in Cardiff."));
        var page = sutton.page(PATH);
        assertThat(page.select(".note").text()).contains("Met in Cardiff.");
        assertThat(page.select("section").get(2).text())
                .startsWith("In common 1 person whom you follow follows Daniel Bates");
    }

    @Test
    void itIsBetweenTheTwoAlone() {
        assertThat(Browser.visitor().status(PATH)).isEqualTo(303);
        assertThat(sutton.request().get("/@Sutton/history").header("Location")).isEqualTo("/history");
        Transactions.run(() -> user("Daniel Bates").with(user("Sutton")).block());
        assertThat(sutton.status(PATH)).isEqualTo(404);
    }

    @Test
    void itTakesThreeStatements() {
        cast.follow("Daniel Bates", "Sutton");
        sutton.page(PATH);
        assertThat(statements.during(() -> sutton.page(PATH))).isLessThanOrEqualTo(3);
    }

    private static void end(String follower, String followed) {
        Transactions.run(() -> user(follower).unfollow(user(followed)));
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
