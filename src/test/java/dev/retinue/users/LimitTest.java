package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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
        assertThat(page).contains("You follow 7,500 people, and may follow 7,500.");
    }

    @Test
    void whoHasManyFollowersMayFollowMore() {
        sql("update follow_counts set following = 7500, followers = 7000");
        assertThat(follow().statusCode()).isEqualTo(303);
        assertThat(Transactions.ask(() -> named("Sutton").follows(named("Daniel Bates"))))
                .isTrue();
    }

    @Test
    void nobodyBeginsToFollowMoreThanFourHundredInADay() {
        began(399, "1 hour");
        assertThat(follow().statusCode()).isEqualTo(303);
        var answer = sutton.post("/@Mira/follow");
        assertThat(refused(answer)).contains("400 people within a day").contains("Try again from");
        var wait = Integer.parseInt(answer.header("Retry-After"));
        assertThat(wait).isBetween(82_000, 82_802);
    }

    @Test
    void inTheFirstWeekItIsAHundred() {
        sql("update users set created_at = now() - interval '6 days'");
        began(100, "1 hour");
        assertThat(refused(follow())).contains("100 people within a day");
    }

    @Test
    void whatWasYesterdayIsNotCounted() {
        began(400, "25 hours");
        assertThat(follow().statusCode()).isEqualTo(303);
    }

    @Test
    void whomOneFollowedTodayAlreadyCountsOnce() {
        began(399, "1 hour");
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
        sutton.postAndSee(DANIEL + "/unfollow");
        began(400, "1 hour");
        var event = Transactions.ask(
                () -> FollowEvent.last(named("Sutton"), named("Daniel Bates")).orElseThrow().id);
        sutton.request().formParam("event", event).post(DANIEL + "/undo");
        assertThat(Transactions.ask(() -> named("Sutton").follows(named("Daniel Bates"))))
                .isTrue();
    }

    @Test
    void manyAtOnceDoNotShareTheLastPlace() {
        began(395, "1 hour");
        IntStream.range(0, 20).forEach(i -> cast.user("new " + i));
        var followed = IntStream.range(0, 20)
                .parallel()
                .filter(i -> sutton.post("/@new_" + i + "/follow").statusCode() == 303)
                .count();
        assertThat(followed).isEqualTo(5);
    }

    @Test
    void aRefusalKeepsToTheBudgetOfStatements() {
        began(400, "1 hour");
        assertThat(statements.during(this::follow)).isLessThanOrEqualTo(7);
    }

    private Response follow() {
        return sutton.post(DANIEL + "/follow");
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

    private static void sql(String statement) {
        Transactions.run(
                () -> User.getEntityManager().createNativeQuery(statement).executeUpdate());
    }
}
