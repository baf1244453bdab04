package dev.retinue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Entries;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.Audience;
import dev.retinue.users.Circle;
import dev.retinue.users.RequestLists;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedTest extends RetinueTest {

    private static final String SETTINGS = "/settings/feeds";

    private static final String SHOWN = "/@Sutton/feed.atom";

    @Inject
    Circle circle;

    @Inject
    RequestLists requests;

    private Browser sutton;

    private final Browser visitor = Browser.visitor();

    @BeforeEach
    void suttonIsLoggedIn() {
        sutton = Browser.of("Sutton");
        cast.follow("Daniel Bates", "Sutton");
        cast.follow("Sutton", "Mira");
    }

    @Test
    void aFeedIsAsTheStandardWantsIt() {
        var feed = feed(SHOWN);
        assertThat(feed.select("feed").attr("xmlns")).isEqualTo("http://www.w3.org/2005/Atom");
        for (var required : List.of("id", "title", "updated", "author > name", "link[rel=self]")) {
            assertThat(feed.select("feed > " + required)).as(required).hasSize(1);
        }
        for (var entry : feed.select("entry")) {
            assertThat(entry.select("> id").text()).matches("tag:localhost,2026:\\S+");
            assertThat(Instant.parse(entry.select("> updated").text())).isBeforeOrEqualTo(Instant.now());
            assertThat(entry.select("> title").text()).isNotEmpty();
            assertThat(entry.select("> link[rel=alternate]").attr("href")).startsWith("http://localhost");
        }
        assertThat(feed.select("entry > id").eachText()).doesNotHaveDuplicates();
        assertThat(feed(SHOWN).select("entry > id").eachText())
                .isEqualTo(feed.select("entry > id").eachText());
        assertThat(visitor.request().get(SHOWN).contentType()).isEqualTo("application/atom+xml;charset=UTF-8");
    }

    @Test
    void everyoneReadsWhatTheProfileShows() {
        assertThat(titles(SHOWN)).containsExactly("Sutton follows Mira", "Daniel Bates follows Sutton");
        assertThat(visitor.page("/@Sutton")
                        .select("link[type=application/atom+xml]")
                        .attr("href"))
                .isEqualTo(SHOWN);
    }

    @Test
    void whatIsNotShownToEveryoneIsNotInTheFeedForEveryone() {
        Transactions.run(() -> user("Sutton").followersFor = Audience.MEMBERS);
        assertThat(titles(SHOWN)).containsExactly("Sutton follows Mira");
        assertThat(sutton.request().get(SHOWN).asString()).doesNotContain("Daniel");
        Transactions.run(() -> user("Sutton").with(user("Mira")).followPrivately());
        assertThat(titles(SHOWN)).isEmpty();
        Transactions.run(() -> user("Sutton").followingFor = Audience.ME);
        assertThat(visitor.status(SHOWN)).isEqualTo(404);
        assertThat(visitor.page("/@Sutton").select("link[type=application/atom+xml]"))
                .isEmpty();
        Transactions.run(() -> user("Mira").deactivate());
        assertThat(visitor.status("/@Mira/feed.atom")).isEqualTo(404);
    }

    @Test
    void ofWhoNoLongerFollowsNothingIsTold() {
        Transactions.run(() -> user("Daniel Bates").unfollow(user("Sutton")));
        assertThat(titles(SHOWN)).containsExactly("Sutton follows Mira");
    }

    @Test
    void onesOwnEventsAreAtASecretAddress() {
        var address = made();
        Transactions.run(() -> user("Sutton").privateSince = Instant.now());
        cast.follow("Priya", "Sutton");
        assertThat(titles(address)).containsExactly("Priya asks to follow you", "Daniel Bates follows you");
        assertThat(visitor.request().get(address).header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(visitor.status("/feeds/nonsense.atom")).isEqualTo(404);
    }

    @Test
    void whoeverBeganSeveralTimesIsToldOfOnce() {
        var address = made();
        for (var time = 0; time < 3; time++) {
            Transactions.run(() -> user("Daniel Bates").unfollow(user("Sutton")));
            cast.follow("Daniel Bates", "Sutton");
        }
        assertThat(titles(address)).containsExactly("Daniel Bates follows you");
    }

    @Test
    void lossesAreNumbersForADayThatIsOver() {
        var address = made();
        cast.follow("Priya", "Sutton");
        Transactions.run(() -> user("Daniel Bates").unfollow(user("Sutton")));
        assertThat(titles(address)).containsExactly("Priya follows you");
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update follow_events set timestamp = ?1 where kind = 'UNFOLLOWED'")
                .setParameter(1, Instant.now().minus(Duration.ofDays(1)))
                .executeUpdate());
        assertThat(titles(address)).containsExactlyInAnyOrder("Priya follows you", "1 person no longer follows you");
        assertThat(visitor.request().get(address).asString()).doesNotContain("Daniel");
    }

    /** The three who left, and each of the fans once or twice. */
    @Test
    void whoLeftIsCountedWithoutGoingThroughAllWhoCame() {
        cast.fans(60);
        sql("insert into follows select id, :sutton, now() from users where username like 'fan %'");
        sql("""
                insert into follow_events (follower_id, followed_id, kind, timestamp)
                select follower_id, followed_id, 'FOLLOWED', timestamp from follows where followed_id = :sutton
                union all select 1000 + n, :sutton, case when n % 1000 = 0 then 'UNFOLLOWED' else 'FOLLOWED' end,
                    now() - interval '2 days' from generate_series(1, 3000) n
                """);
        sql("analyze follow_events");
        var member = Transactions.ask(() -> user("Sutton"));
        var news = new News("http://localhost", circle);
        assertThat(Entries.read("follow_events", () -> news.of(member, requests)))
                .isBetween(3L + 51, 3L + 2 * 60);
    }

    @Test
    void anAddressThatGotOutIsReplaced() {
        var before = made();
        assertThat(sutton.postAndSee(SETTINGS + "/renew")).isEqualTo(SETTINGS);
        var after = address();
        assertThat(after).isNotEqualTo(before);
        assertThat(visitor.status(before)).isEqualTo(404);
        assertThat(visitor.status(after)).isEqualTo(200);
        sutton.postAndSee(SETTINGS + "/end");
        assertThat(visitor.status(after)).isEqualTo(404);
        assertThat(sutton.page(SETTINGS).select("#own")).isEmpty();
    }

    @Test
    void thereIsNoFeedOfSomebodyWhoIsAway() {
        var address = made();
        Transactions.run(() -> user("Sutton").deactivate());
        assertThat(visitor.status(address)).isEqualTo(404);
        assertThat(visitor.status(SHOWN)).isEqualTo(404);
    }

    private String made() {
        sutton.postAndSee(SETTINGS + "/renew");
        return address();
    }

    /** On this site, of at least 128 bits. */
    private String address() {
        var address = sutton.page(SETTINGS).select("#own").val();
        assertThat(address).matches("http://localhost:\\d+/feeds/[\\w-]{32}\\.atom");
        return address.replaceFirst("http://[^/]+", "");
    }

    private List<String> titles(String path) {
        return feed(path).select("entry > title").eachText();
    }

    private Document feed(String path) {
        return Jsoup.parse(
                visitor.request().get(path).then().statusCode(200).extract().asString(), Parser.xmlParser());
    }

    private static void sql(String text) {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery(text.replace(":sutton", user("Sutton").id.toString()))
                .executeUpdate());
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
