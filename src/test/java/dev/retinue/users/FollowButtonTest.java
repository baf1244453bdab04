package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FollowButtonTest extends RetinueTest {

    @Inject
    Statements statements;

    @Test
    void followingSomeoneListsYouAmongTheirFollowers() {
        var sutton = Browser.of("Sutton");
        assertThat(sutton.postAndSee("/@Daniel_Bates/follow")).isEqualTo("/@Daniel_Bates");
        assertThat(sutton.page("/@Daniel_Bates/followers").select(".person a").eachText())
                .containsExactly("Sutton");
        assertThat(sutton.page("/@Sutton/following").select(".person a").eachText())
                .containsExactly("Daniel Bates");
    }

    @Test
    void aDoubleClickIsFollowingOnce() {
        var sutton = Browser.of("Sutton");
        sutton.postAndSee("/@Daniel_Bates/follow");
        sutton.postAndSee("/@Daniel_Bates/follow");
        assertThat(sutton.page("/@Daniel_Bates").select(".counts a").first().text())
                .isEqualTo("1 follower");
    }

    @Test
    void unfollowingTwiceIsUnfollowingOnce() {
        var sutton = Browser.of("Sutton");
        sutton.postAndSee("/@Daniel_Bates/follow");
        sutton.postAndSee("/@Daniel_Bates/unfollow");
        sutton.postAndSee("/@Daniel_Bates/unfollow");
        assertThat(sutton.page("/@Daniel_Bates").select(".counts a").first().text())
                .isEqualTo("0 followers");
    }

    @Test
    void nobodyFollowsThemself() {
        var sutton = Browser.of("Sutton");
        for (var verb : new String[] {"follow", "unfollow"}) {
            var answer = sutton.post("/@Sutton/" + verb);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.asString()).select(".lead").text()).isEqualTo("Nobody follows themself.");
        }
        assertThat(sutton.page("/@Sutton").select(".counts a").eachText())
                .containsExactly("0 followers", "0 following");
    }

    @Test
    void nobodyFollowsWhoIsUnknown() {
        for (var verb : new String[] {"follow", "unfollow"}) {
            var answer = Browser.of("Sutton").post("/@nobody/" + verb);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString()).contains("Nobody goes by that name");
        }
    }

    @Test
    void whoIsRemovedWhileBeingFollowedIsNotFound() throws Exception {
        Browser.of("Sutton");
        var answer = new AtomicReference<Future<Integer>>();
        Transactions.run(() -> {
            var daniel = User.named("Daniel Bates").orElseThrow();
            Hold.of(daniel.id, List.of());
            answer.set(CompletableFuture.supplyAsync(
                    () -> Browser.of("Sutton").post("/@Daniel_Bates/follow").statusCode()));
            Transactions.awaitSomeoneWaiting();
            User.delete("id", daniel.id);
        });
        assertThat(answer.get().get()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow", "unfollow"})
    void aVisitorIsLedToTheLogInAndThenBack(String verb) {
        assertThat(Browser.visitor().postAndSee("/@Daniel_Bates/" + verb)).isEqualTo("/login?back=%2F%40Daniel_Bates");
    }

    @Test
    void aButtonLeadsBackToThePageItWasOn() {
        var page = "/@Mira/followers?after=1795365847123456-42";
        assertThat(backAfterFollow(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "",
                "/a\r\nSet-Cookie: b"
            })
    void aButtonNeverLeadsToAnotherSite(String back) {
        assertThat(backAfterFollow(back)).isEqualTo("/@Daniel_Bates");
    }

    @Test
    void anAddressOfAButtonIsNoPage() {
        assertThat(Browser.of("Sutton").status("/@Daniel_Bates/follow")).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"follow, 3", "unfollow, 2"})
    void aButtonKeepsToItsBudgetOfStatements(String verb, long budget) {
        var sutton = Browser.of("Sutton");
        if (verb.equals("unfollow")) {
            sutton.postAndSee("/@Daniel_Bates/follow");
        }
        assertThat(statements.during(() -> sutton.postAndSee("/@Daniel_Bates/" + verb)))
                .isLessThanOrEqualTo(budget);
    }

    @Test
    void everyChangeIsRecordedAndNothingElse() {
        var sutton = Browser.of("Sutton");
        for (var verb : new String[] {"follow", "follow", "unfollow", "unfollow", "follow"}) {
            sutton.postAndSee("/@Daniel_Bates/" + verb);
        }
        var kinds = Transactions.ask(() -> FollowEvent.<FollowEvent>list("order by id").stream()
                .map(event -> event.kind.name())
                .toList());
        assertThat(kinds).containsExactly("FOLLOWED", "UNFOLLOWED", "FOLLOWED");
    }

    private static String backAfterFollow(String back) {
        return Browser.of("Sutton")
                .request()
                .urlEncodingEnabled(true)
                .formParam("back", back)
                .post("/@Daniel_Bates/follow")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }
}
