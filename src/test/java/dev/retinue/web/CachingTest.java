package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.SharedCache;
import dev.retinue.support.SharedCache.Answer;
import dev.retinue.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CachingTest extends RetinueTest {

    private static final List<String> PAGES =
            List.of("/", "/@Daniel_Bates", "/@Sutton", "/@Sutton/followers", "/@Sutton/following", "/@Mira/followers");

    @Inject
    Statements statements;

    @Inject
    PageCache pages;

    private final Browser visitor = Browser.visitor();

    @BeforeEach
    void leaveRoom() {
        pages.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/@Sutton", "/@Sutton/followers", "/people?q=mira", "/login", "/signup"})
    void whatEveryVisitorSeesMayBeShownToTheNextForSomeSeconds(String page) {
        var answer = visitor.request().get(page);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=15, stale-while-revalidate=30");
        assertThat(String.join(", ", answer.headers().getValues("Vary"))).contains("Cookie", "Accept-Encoding");
        assertThat(answer.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/@Sutton", "/@Daniel_Bates", "/people?q=mira", "/settings/password"})
    void whatAMemberSeesIsKeptNowhere(String page) {
        var answer = Browser.of("Sutton").request().get(page);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.header("ETag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retinue=of nobody", "retinue-notice=followed", "something=else"})
    void nothingIsForEveryoneThatSomebodyWithACookieGets(String cookie) {
        assertThat(visitor.request().header("Cookie", cookie).get("/@Sutton").header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@nobody", "/@Sutton/followers?after=x", "/settings/password"})
    void anErrorAndTheWayToTheLogInAreKeptNowhere(String page) {
        assertThat(visitor.request().get(page).header("Cache-Control")).isIn("no-store", null);
        assertThat(visitor.request().get(page).header("ETag")).isNull();
    }

    @Test
    void whoHasThePageAlreadyIsToldSoUntilItChanges() {
        var tag = visitor.request().get("/@Sutton").header("ETag");
        var same = visitor.request().header("If-None-Match", tag).get("/@Sutton");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.asString()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(same.header("Cache-Control")).startsWith("public");
        assertThat(visitor.request().header("If-None-Match", tag).get("/@Mira").statusCode())
                .isEqualTo(200);
        cast.follow("Daniel Bates", "Sutton");
        var changed = visitor.request().header("If-None-Match", tag).get("/@Sutton");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(changed.asString()).select(".counts").text()).contains("1 follower");
    }

    @Test
    void aPageIsMadeOnceForAllWhoAskWhileItIsFresh() {
        visitor.page("/@Sutton");
        assertThat(statements.during(() -> visitor.page("/@Sutton"))).isZero();
        assertThat(visitor.request().get("/@Sutton").header("Age")).isEqualTo("0");
    }

    /** Or pages of which each is asked for once would drive out those that many ask for. */
    @Test
    void whereManyAreKeptAPageIsKeptOnceItIsMadeAgain() {
        IntStream.range(0, 800).forEach(other -> visitor.page("/@Sutton?other=" + other));
        assertThat(statements.during(() -> visitor.page("/@Sutton?once"))).isPositive();
        assertThat(statements.during(() -> visitor.page("/@Sutton?once"))).isPositive();
        assertThat(statements.during(() -> visitor.page("/@Sutton?once"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/@Sutton/feed.atom",
                "/@Sutton/followers",
                "/@Sutton/compare?with=Mira",
                "/@Sutton/history",
                "/@Sutton/block",
                "/people?q=mira",
                "/requests",
                "/settings/account/delete",
                "/settings/data",
                "/settings/feeds",
                "/settings/privacy",
                "/settings/sessions"
            })
    void whoeverOnlyReadsMakesNoPageOld(String page) {
        var daniel = Browser.of("Daniel Bates");
        visitor.page("/@Sutton");
        assertThat(daniel.status(page)).isEqualTo(200);
        assertThat(statements.during(() -> visitor.page("/@Sutton"))).isZero();
    }

    @Test
    void whoAsksForTheHeadersAloneGetsThoseOfThePage() {
        var head = visitor.request().head("/@Sutton");
        var page = visitor.request().get("/@Sutton");
        assertThat(head.header("Cache-Control")).isEqualTo(page.header("Cache-Control"));
        assertThat(head.header("ETag")).isEqualTo(page.header("ETag"));
    }

    @Test
    void whatOneChangesEveryVisitorSeesAtOnce() {
        var mira = Browser.of("Mira");
        for (var change : List.of("follow", "unfollow", "mute", "follow", "block")) {
            var followers = change.equals("follow") ? "1 follower" : "0 followers";
            visitor.page("/@Sutton");
            mira.postAndSee("/@Sutton/" + change);
            assertThat(visitor.page("/@Sutton").select(".counts").text())
                    .as(change)
                    .contains(followers);
        }
    }

    @Test
    void eachNameOfTheSiteHasPagesOfItsOwn() {
        visitor.page("/@Sutton");
        var other = visitor.request().header("Host", "elsewhere.example").get("/@Sutton");
        assertThat(Jsoup.parse(other.asString()).select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://elsewhere.example/@Sutton");
    }

    @Test
    void aTagOfAVisitorsPageTellsAMemberNothing() {
        var tag = visitor.request().get("/@Sutton").header("ETag");
        var answer = Browser.of("Mira").request().header("If-None-Match", tag).get("/@Sutton");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** Of all orders in which people ask, some hundred. */
    @Test
    void nobodyIsEverServedAnothersPageByASharedCache() {
        var random = new Random(6);
        var people = List.of(visitor, Browser.of("Sutton"), Browser.of("Daniel Bates"), Browser.of("Mira"));
        var fromCache = new ArrayList<Browser>();
        try (var cache = new SharedCache()) {
            for (var i = 0; i < 400; i++) {
                var who = people.get(random.nextInt(people.size()));
                var answer = cache.get(PAGES.get(random.nextInt(PAGES.size())), who);
                assertThat(answer.account()).isEqualTo(account(who));
                if (answer.stored()) {
                    fromCache.add(who);
                }
            }
        }
        assertThat(fromCache).hasSizeGreaterThan(50).containsOnly(visitor);
    }

    @Test
    void whoLogsOutBehindASharedCacheSeesNothingOfTheMembersPages() {
        var sutton = Browser.of("Sutton");
        try (var cache = new SharedCache()) {
            cache.get("/@Daniel_Bates", sutton);
            sutton.post("/logout");
            assertThat(cache.get("/@Daniel_Bates", sutton).account()).isEqualTo(account(visitor));
            assertThat(cache.get("/@Daniel_Bates", visitor))
                    .extracting(Answer::account)
                    .isEqualTo(account(visitor));
        }
    }

    /** What the header of the page says of who is logged in. */
    private String account(Browser who) {
        return SharedCache.account(who.page("/@Priya"));
    }
}
