package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sutton does to several people of her lists at once. She and three others follow each other. */
@QuarkusTest
class SeveralTest extends RetinueTest {

    private static final String FOLLOWING = "/@Sutton/following";

    private static final String FOLLOWERS = "/@Sutton/followers";

    private Browser sutton;

    @BeforeEach
    void theyFollowEachOther() {
        sutton = Browser.of("Sutton");
        for (var other : List.of("Daniel Bates", "Mira", "Priya")) {
            cast.follow("Sutton", other);
            cast.follow(other, "Sutton");
        }
    }

    @Test
    void onesOwnListsHaveABoxForEachAndButtonsForAll() {
        var page = sutton.page(FOLLOWING);
        assertThat(page.select(".person label").eachText())
                .containsExactly("Choose Priya", "Choose Mira", "Choose Daniel Bates");
        assertThat(page.select(".person [name=who]").eachAttr("form")).containsOnly("several");
        assertThat(page.select("#several button").eachText())
                .containsExactly("Unfollow those chosen", "Mute those chosen");
        assertThat(sutton.page(FOLLOWERS).select("#several button").eachText())
                .containsExactly("Remove the chosen followers", "Mute those chosen");
        assertThat(sutton.page("/@Mira/followers").select("#several, [name=who]"))
                .isEmpty();
        assertThat(Browser.visitor().page(FOLLOWERS).select("#several, [name=who]"))
                .isEmpty();
    }

    @Test
    void oneNoticeTellsOfAllAndOneUndoRestoresThemWithTheirDates() {
        var dates = dates();
        var page = sutton.after(several("UNFOLLOW", 2, 3));
        assertThat(page.select("#notice p").text()).isEqualTo("You no longer follow 2 people.");
        assertThat(people(FOLLOWING)).containsExactly("Priya");
        var undone = sutton.after(undo(page));
        assertThat(undone.select("#notice p").text()).isEqualTo("You follow 2 people.");
        assertThat(dates()).isEqualTo(dates);
    }

    @Test
    void oneAloneIsCalledByName() {
        var dates = dates();
        var page = sutton.after(several("UNFOLLOW", 2));
        assertThat(page.select("#notice p").text()).isEqualTo("You no longer follow Daniel Bates.");
        assertThat(people(FOLLOWING)).containsExactly("Priya", "Mira");
        undo(page);
        assertThat(dates()).isEqualTo(dates);
    }

    @Test
    void severalFollowersAreRemovedAndComeBack() {
        var dates = dates();
        var page = sutton.after(several("REMOVE", 2, 3, 4));
        assertThat(page.select("#notice p").text()).isEqualTo("You removed 3 people from your followers.");
        assertThat(people(FOLLOWERS)).isEmpty();
        assertThat(sutton.after(undo(page)).select("#notice p").text()).isEqualTo("3 people follow you again.");
        assertThat(dates()).isEqualTo(dates);
    }

    @Test
    void whoWasRemovedWaitsWhereTheAccountIsPrivateSince() {
        var page = sutton.after(several("REMOVE", 2, 3, 4));
        sql("update users set private_since = now() where id = 1");
        var notice = sutton.after(undo(page)).select("#notice");
        assertThat(notice.select("p").text()).isEqualTo("3 people wait for your answer again.");
        assertThat(notice.select("button")).isEmpty();
    }

    @Test
    void whatIsNotTheSameForAllIsNotToldOfAll() {
        var page = sutton.after(several("UNFOLLOW", 2, 3));
        sql("update users set private_since = now() where id = 3");
        var undone = sutton.after(undo(page));
        assertThat(undone.select("#notice p").text()).isEqualTo("Done for 2 people.");
        assertThat(people(FOLLOWING)).containsExactly("Priya", "Daniel Bates");
        assertThat(people("/requests/sent")).containsExactly("Mira");
        undo(undone);
        assertThat(people(FOLLOWING)).containsExactly("Priya");
        assertThat(people("/requests/sent")).isEmpty();
    }

    @Test
    void severalAreMutedAndUnmuted() {
        var page = sutton.after(several("MUTE", 2, 4));
        assertThat(people("/settings/muted")).containsExactly("Priya", "Daniel Bates");
        undo(page);
        assertThat(people("/settings/muted")).isEmpty();
    }

    @Test
    void whoIsMutedForAWeekStaysSo() {
        sutton.request().formParam("days", 7).post("/@Mira/mute");
        several("MUTE", 2, 3);
        assertThat(Transactions.count(() -> Mute.count("until is not null"))).isEqualTo(1);
    }

    @Test
    void anUndoLeavesAloneWhatWasDoneSince() {
        var page = sutton.after(several("UNFOLLOW", 2, 3));
        sutton.postAndSee("/@Mira/follow");
        var mira = Transactions.ask(() -> Follow.since(User.findById(1L), User.findById(3L)));
        undo(page);
        assertThat(people(FOLLOWING)).containsExactly("Mira", "Priya", "Daniel Bates");
        assertThat(Transactions.ask(() -> Follow.since(User.findById(1L), User.findById(3L))))
                .isEqualTo(mira);
    }

    @Test
    void nobodyUndoesWhatSomebodyElseDid() {
        var form = sutton.after(several("UNFOLLOW", 2, 3)).select("#notice form");
        Browser.of("Daniel Bates")
                .request()
                .formParam("event", form.select("[name=event]").val())
                .formParam("last", form.select("[name=last]").val())
                .post("/several/undo");
        assertThat(people(FOLLOWING)).containsExactly("Priya");
    }

    @Test
    void doingItTwiceIsDoingItOnce() {
        several("UNFOLLOW", 2, 3);
        var again = several("UNFOLLOW", 2, 3);
        assertThat(sutton.after(again).select("#notice p").text()).isEqualTo("Nothing has changed.");
        assertThat(people(FOLLOWING)).containsExactly("Priya");
    }

    @Test
    void whoIsNotThereOrIsOneselfIsLeftOut() {
        assertThat(several("UNFOLLOW", 1, 2, 99, -1).statusCode()).isEqualTo(303);
        assertThat(people(FOLLOWING)).containsExactly("Priya", "Mira");
    }

    @Test
    void fiveHundredAreTheMost() {
        var many = several("MUTE", LongStream.rangeClosed(1, 501).toArray());
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(many.asString()).select(".lead").text())
                .isEqualTo("Choose at most 500 people at once; these were 501 people.");
        assertThat(several("MUTE", LongStream.rangeClosed(2, 501).toArray()).statusCode())
                .isEqualTo(303);
        assertThat(Transactions.count(() -> Mute.count())).isEqualTo(3);
    }

    @Test
    void nobodyChosenIsSaidSo() {
        var answer = several("UNFOLLOW");
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select(".lead").text()).startsWith("Choose people first");
        assertThat(page.select(".actions a").attr("href")).isEqualTo(FOLLOWING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "FOLLOW"})
    void nothingElseIsDoneToSeveral(String verb) {
        assertThat(several(verb, 2).statusCode()).isEqualTo(400);
    }

    @Test
    void nothingIsDoneWithoutAVerb() {
        assertThat(sutton.request().formParam("who", 2).post("/several").statusCode())
                .isEqualTo(400);
    }

    private Response several(String verb, long... who) {
        return sutton.request()
                .formParam("verb", verb)
                .formParam("back", FOLLOWING)
                .formParam("who", LongStream.of(who).boxed().toArray())
                .post("/several");
    }

    private Response undo(Document page) {
        var form = page.select("#notice form");
        return sutton.request()
                .formParam("event", form.select("[name=event]").val())
                .formParam("last", form.select("[name=last]").val())
                .formParam("back", FOLLOWING)
                .post(form.attr("action"));
    }

    private List<String> people(String list) {
        return sutton.page(list).select(".person a").eachText();
    }

    private static List<Instant> dates() {
        return Transactions.ask(() -> Follow.<Follow>list("order by follower.id, followed.id").stream()
                .map(follow -> follow.timestamp)
                .toList());
    }
}
