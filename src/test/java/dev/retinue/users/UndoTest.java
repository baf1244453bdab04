package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a button tells after it was pressed, and how that is taken back. */
@QuarkusTest
class UndoTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    private Browser sutton;

    @BeforeEach
    void suttonIsLoggedIn() {
        sutton = Browser.of("Sutton");
    }

    @Test
    void everyButtonTellsWhatItDidOnceAndOffersToUndoIt() {
        var page = pressed("/follow");
        assertThat(page.select("#notice p").text()).isEqualTo("You follow Daniel Bates.");
        assertThat(page.select("#notice button").text()).isEqualTo("Undo");
        assertThat(sutton.page(DANIEL).select("#notice").text()).isEmpty();
        assertThat(pressed("/unfollow").select("#notice p").text()).isEqualTo("You no longer follow Daniel Bates.");
    }

    @Test
    void aFollowThatIsUndoneIsNone() {
        undo(pressed("/follow"));
        assertThat(follows()).isFalse();
        assertThat(Transactions.ask(() -> Follow.count())).isZero();
    }

    @Test
    void anUnfollowThatIsUndoneKeepsTheDateOfTheFollow() {
        pressed("/follow");
        var since = Instant.parse("2020-02-02T02:02:02.020202Z");
        sql("update follows set timestamp = ?1", since);
        undo(pressed("/unfollow"));
        assertThat(Transactions.ask(() -> Follow.<Follow>findAll().firstResult().timestamp))
                .isEqualTo(since);
        assertThat(Transactions.count(() -> FollowEvent.count())).isEqualTo(3);
    }

    @Test
    void undoingTwiceIsUndoingOnce() {
        pressed("/follow");
        var page = pressed("/unfollow");
        undo(page);
        var again = undo(page);
        assertThat(follows()).isTrue();
        assertThat(again.select("#notice p").text()).isEqualTo("There is nothing left to undo about Daniel Bates.");
    }

    @Test
    void anUndoCanBeUndone() {
        undo(undo(pressed("/follow")));
        assertThat(follows()).isTrue();
    }

    @Test
    void whoeverWasRemovedByMistakeFollowsAgain() {
        cast.follow("Daniel Bates", "Sutton");
        assertThat(undo(pressed("/remove-follower")).select("#notice p").text())
                .isEqualTo("Daniel Bates follows you again.");
    }

    @Test
    void whoeverWasRemovedAsksWhereTheAccountIsPrivateSince() {
        cast.follow("Daniel Bates", "Sutton");
        var removed = pressed("/remove-follower");
        sql("update users set private_since = now() where username = 'Sutton'");
        var notice = undo(removed).select("#notice");
        assertThat(notice.select("p").text()).isEqualTo("Daniel Bates waits for your answer again.");
        assertThat(notice.select("button")).isEmpty();
    }

    @Test
    void anUndoDoesNotBringBackWhoHasUnfollowedSince() {
        cast.follow("Daniel Bates", "Sutton");
        var removed = pressed("/remove-follower");
        var daniel = Browser.of("Daniel Bates");
        daniel.postAndSee("/@Sutton/follow");
        daniel.postAndSee("/@Sutton/unfollow");
        var notice = undo(removed).select("#notice");
        assertThat(notice.text()).isEqualTo("There is nothing left to undo about Daniel Bates.");
        assertThat(notice.select("button")).isEmpty();
        assertThat(Transactions.ask(() -> Follow.count())).isZero();
    }

    @Test
    void aBlockThatIsBackDoesNotBringBackWhoHasUnfollowedSince() {
        cast.follow("Daniel Bates", "Sutton");
        pressed("/block");
        var restored = pressed("/restore");
        assertThat(Transactions.ask(() -> Follow.count())).isEqualTo(1);
        Browser.of("Daniel Bates").postAndSee("/@Sutton/unfollow");
        undo(restored);
        pressed("/restore");
        assertThat(Transactions.ask(() -> Follow.count())).isZero();
    }

    @Test
    void whatHasChangedMeanwhileIsNotToldAsAnotherDeed() {
        pressed("/follow");
        assertThat(pressed("/remove-follower").select("#notice").text()).isEqualTo("Nothing has changed.");
        assertThat(pressed("/decline").select("#notice").text()).isEqualTo("Nothing has changed.");
        pressed("/mute");
        assertThat(pressed("/follow").select("#notice").text()).isEqualTo("You follow Daniel Bates.");
        assertThat(pressed("/mute?days=7").select("#notice p").text()).isEqualTo("You muted Daniel Bates.");
        pressed("/unfollow");
        assertThat(pressed("/mute").select("#notice").text()).isEqualTo("You muted Daniel Bates.");
    }

    @Test
    void afterTenMinutesThereIsNoUndo() {
        var page = pressed("/follow");
        sql("update follow_events set timestamp = ?1", Instant.now().minusSeconds(601));
        assertThat(undo(page).select("#notice p").text())
                .isEqualTo("There is nothing left to undo about Daniel Bates.");
        assertThat(pressed("/follow").select("#notice button")).isEmpty();
        assertThat(follows()).isTrue();
    }

    @Test
    void nobodyUndoesWhatSomebodyElseDid() {
        var page = pressed("/follow");
        var mira = Browser.of("Mira");
        var answer = mira.request()
                .formParam("event", page.select("#notice input[name=event]").val())
                .post(DANIEL + "/undo");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(follows()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', 303", "-1, 303", "x, 400", "99999999999999999999999, 400"})
    void anUndoOfNothingChangesNothing(String event, int status) {
        pressed("/follow");
        var answer = sutton.request().formParam("event", event).post(DANIEL + "/undo");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(follows()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOLLOWED.5.5.1.%3Cscript%3E",
                "FOLLOWED.5.5.1.<script>",
                "",
                "2.1.a",
                "FOLLOWED.1.1.1.%zz",
                "FOLLOWED.99999999999999999999.1.1.a",
                "FOLLOWED.5.5.1.%ff"
            })
    void aBrokenNoticeBreaksNoPage(String cookie) {
        var page = sutton.request().cookie("retinue-notice", cookie).get(DANIEL);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).doesNotContain("<script>");
    }

    @Test
    void aFollowThatBecomesPrivateOrOpenIsToldAsThatAndIsNotUndone() {
        pressed("/follow");
        var hidden = pressed("/private").select("#notice");
        assertThat(hidden.text()).isEqualTo("You follow Daniel Bates privately: only the two of you see it.");
        assertThat(hidden.select("button")).isEmpty();
        assertThat(pressed("/public").select("#notice").text())
                .isEqualTo("You follow Daniel Bates openly: others may see it.");
    }

    @Test
    void whoeverWasAcceptedByMistakeWaitsAgain() {
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPrivate(Staying.ALL));
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        var notice = undo(pressed("/accept")).select("#notice");
        assertThat(notice.text()).isEqualTo("Daniel Bates waits for your answer again.");
        assertThat(Transactions.ask(() -> FollowRequest.count())).isEqualTo(1);
        assertThat(Transactions.ask(() -> Follow.count())).isZero();
    }

    @Test
    void nobodyWaitsForWhoeverIsPublicSince() {
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPrivate(Staying.ALL));
        var daniel = Browser.of("Daniel Bates");
        daniel.postAndSee("/@Sutton/follow");
        var accepted = pressed("/accept");
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPublic());
        assertThat(undo(accepted).select("#notice p").text())
                .isEqualTo("You removed Daniel Bates from your followers.");
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPrivate(Staying.ALL));
        daniel.postAndSee("/@Sutton/follow");
        var withdrawn = daniel.after(daniel.post("/@Sutton/withdraw")).select("#notice form");
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPublic());
        var again = daniel.after(daniel.request()
                .formParam("event", withdrawn.select("input[name=event]").val())
                .post(withdrawn.attr("action")));
        assertThat(again.select("#notice").text()).isEqualTo("There is nothing left to undo about Sutton.");
        assertThat(Transactions.ask(() -> FollowRequest.count())).isZero();
    }

    @Test
    void whoeverReconsidersIsToldThatTheRequestWaits() {
        Transactions.run(() -> User.named("Sutton").orElseThrow().goPrivate(Staying.ALL));
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        assertThat(undo(pressed("/decline")).select("#notice").text())
                .isEqualTo("Daniel Bates waits for your answer again.");
        pressed("/decline");
        assertThat(pressed("/reconsider").select("#notice").text())
                .isEqualTo("Daniel Bates waits for your answer again.");
    }

    @Test
    void theNoticeLeadsBackToTheListAsItWas() {
        var list = DANIEL + "/followers?q=a&sort=name";
        var answer = sutton.request()
                .urlEncodingEnabled(true)
                .formParam("back", list + "#u3")
                .post("/@Mira/follow");
        assertThat(answer.header("Location")).isEqualTo(list + "#u3");
        assertThat(sutton.after(answer).select("#notice input[name=back]").val())
                .isEqualTo(list + "#u3");
    }

    private Document pressed(String verb) {
        return sutton.after(sutton.post(DANIEL + verb));
    }

    private Document undo(Document page) {
        var form = page.select("#notice form");
        return sutton.after(sutton.request()
                .formParam("event", form.select("input[name=event]").val())
                .formParam("back", DANIEL)
                .post(form.attr("action")));
    }

    private static boolean follows() {
        return Transactions.ask(() -> User.named("Sutton")
                .orElseThrow()
                .follows(User.named("Daniel Bates").orElseThrow()));
    }
}
