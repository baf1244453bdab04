package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much Sutton may follow. */
@QuarkusTest
class LimitTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    @Inject
    Statements statements;

    private Browser sutton;

    @BeforeEach
    void suttonIsHereForLong() {
        sutton = Browser.of("Sutton");
        sql("update users set created_at = now() - interval '8 days'");
    }

    @Test
    void nobodyFollowsMoreThanSevenThousandFiveHundred() {
        sql("update follow_counts set following = 7000, private_following = 400, hidden_following = 100");
        var page = refused(follow());
        assertThat(page).contains("You follow 7 500 people and, with 0 followers, may follow 7 500.");
    }

    @Test
    void whoHasManyFollowersMayFollowMore() {
        sql("update follow_counts set following = 10999, followers = 9000, private_followers = 1000");
        assertThat(follow().statusCode()).isEqualTo(303);
        assertThat(refused(sutton.post("/@Mira/follow"))).contains("10 000 followers, may follow 11 000.");
    }

    @Test
    void nobodyBeginsToFollowMoreThanFourHundredInADay() {
        began(399, "90 minutes");
        assertThat(follow().statusCode()).isEqualTo(303);
        var answer = sutton.post("/@Mira/follow");
        assertThat(refused(answer))
                .contains("400 people within 24 hours, and may begin to follow 400.")
                .containsPattern("You can go on in 23 hours, from \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d:\\d\\d UTC on\\.");
        var wait = Integer.parseInt(answer.header("Retry-After"));
        assertThat(wait).isBetween(80_000, 81_002);
    }

    @Test
    void whoFollowsAndUnfollowsAllTheTimeIsSlowed() {
        sql("""
                insert into follow_events (follower_id, followed_id, kind, timestamp)
                select 1, 2, kind, now() - interval '40 seconds'
                from generate_series(1, 60), unnest(array['FOLLOWED', 'UNFOLLOWED']) kind
                """);
        assertThat(refused(follow())).contains("That is a lot of following for a minute.");
        sql("update follow_events set timestamp = timestamp - interval '30 seconds'");
        assertThat(follow().statusCode()).isEqualTo(303);
    }

    @Test
    void inTheFirstWeekItIsAHundred() {
        sql("update users set created_at = now() - interval '6 days'");
        began(100, "90 minutes");
        assertThat(refused(follow())).contains("may begin to follow 100. You can go on in 23 hours,");
    }

    @Test
    void whoseFirstWeekEndsSoonerCanGoOnSooner() {
        sql("update users set created_at = now() - interval '7 days' + interval '39 minutes 30 seconds'");
        began(100, "90 minutes");
        assertThat(refused(follow())).contains("You can go on in 40 minutes,");
        began(400, "90 minutes");
        assertThat(refused(follow())).contains("You can go on in 23 hours,");
    }

    @Test
    void aRequestIsOneOfThem() {
        began(399, "90 minutes");
        sql("update users set private_since = now() where username = 'Daniel Bates'");
        assertThat(follow().statusCode()).isEqualTo(303);
        assertThat(follow().statusCode()).isEqualTo(303);
        refused(sutton.post("/@Mira/follow"));
    }

    @Test
    void nobodyGetsAroundItByARequestThatWasDeclined() {
        sql("update users set private_since = now() where username = 'Daniel Bates'");
        assertThat(follow().statusCode()).isEqualTo(303);
        sql("update follow_requests set declined_at = now()");
        sql("update follow_events set timestamp = now() - interval '2 days'");
        sql("update users set private_since = null");
        began(400, "90 minutes");
        refused(follow());
    }

    @Test
    void acceptingWhoAsksIsNeverTooMuch() {
        sql("update users set private_since = now() where username = 'Sutton'");
        Browser.of("Mira").postAndSee("/@Sutton/follow");
        sql("update follow_counts set following = 7500");
        began(400, "90 minutes");
        assertThat(sutton.post("/@Mira/accept").statusCode()).isEqualTo(303);
        assertThat(Transactions.ask(() -> named("Mira").follows(named("Sutton"))))
                .isTrue();
    }

    @Test
    void whomOneFollowsOrAskedAlreadyCanBeFollowedAgain() {
        follow();
        sql("update follow_counts set following = 7500");
        sql("delete from follow_events");
        began(400, "90 minutes");
        assertThat(follow().statusCode()).isEqualTo(303);
    }

    @Test
    void aRefusalLeadsBackToThePageItWasOn() {
        began(400, "90 minutes");
        var answer = sutton.submit(DANIEL + "/follow", Map.of("back", "/@Mira/followers?q=a#u2"));
        assertThat(wayOn(answer)).isEqualTo("/@Mira/followers?q=a#u2");
        assertThat(wayOn(follow())).isEqualTo(DANIEL);
        assertThat(wayOn(sutton.submit(DANIEL + "/follow", Map.of("back", "//elsewhere.example"))))
                .isEqualTo(DANIEL);
    }

    @Test
    void whatWasYesterdayIsNotCounted() {
        began(400, "25 hours");
        assertThat(follow().statusCode()).isEqualTo(303);
    }

    @Test
    void whomOneFollowedTodayAlreadyCountsOnce() {
        began(399, "90 minutes");
        for (var i = 0; i < 3; i++) {
            assertThat(follow().statusCode()).isEqualTo(303);
            sutton.postAndSee(DANIEL + "/unfollow");
        }
        assertThat(follow().statusCode()).isEqualTo(303);
        assertThat(follow().statusCode()).isEqualTo(303);
        refused(sutton.post("/@Mira/follow"));
    }

    @Test
    void anUndoIsNeverTooMuch() {
        follow();
        var event = unfollowed();
        began(400, "90 minutes");
        sutton.request().formParam("event", event).post(DANIEL + "/undo");
        assertThat(Transactions.ask(() -> named("Sutton").follows(named("Daniel Bates"))))
                .isTrue();
    }

    @Test
    void whatIsThereAgainIsNotNew() {
        began(399, "90 minutes");
        follow();
        sql("update follow_events set timestamp = now() - interval '25 hours' where followed_id = 2");
        var event = unfollowed();
        sutton.request().formParam("event", event).post(DANIEL + "/undo");
        assertThat(sutton.post("/@Mira/follow").statusCode()).isEqualTo(303);
    }

    @Test
    void manyAtOnceDoNotShareTheLastPlace() {
        began(395, "90 minutes");
        IntStream.range(0, 20).forEach(i -> cast.user("new " + i));
        var followed = IntStream.range(0, 20)
                .parallel()
                .filter(i -> sutton.post("/@new_" + i + "/follow").statusCode() == 303)
                .count();
        assertThat(followed).isEqualTo(5);
    }

    @Test
    void aRefusalKeepsToTheBudgetOfStatements() {
        began(400, "90 minutes");
        assertThat(statements.during(this::follow)).isLessThanOrEqualTo(2);
    }

    private Response follow() {
        return sutton.post(DANIEL + "/follow");
    }

    /** Daniel; the id of what can be undone. */
    private long unfollowed() {
        sutton.postAndSee(DANIEL + "/unfollow");
        return Transactions.ask(
                () -> new Deeds(named("Sutton")).last(named("Daniel Bates")).orElseThrow().id);
    }

    private static String wayOn(Response answer) {
        refused(answer);
        return Jsoup.parse(answer.asString()).select("main a").attr("href");
    }

    private static String refused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        return Jsoup.parse(answer.asString()).select("main").text();
    }

    private static void began(int people, String ago) {
        sql("""
                insert into follow_events (follower_id, followed_id, kind, timestamp)
                select 1, 1000 + i, 'FOLLOWED', now() - interval '%s' from generate_series(1, %d) i
                """.formatted(ago, people));
    }

    private static User named(String name) {
        return User.named(name).orElseThrow();
    }
}
