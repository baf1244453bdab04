package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProfileTest extends RetinueTest {

    @Inject
    Statements statements;

    private final Browser visitor = Browser.visitor();

    @Test
    void aProfileTellsTheNameSinceWhenBothCountsAndTheBio() {
        Transactions.run(() -> {
            var daniel = User.named("Daniel Bates").orElseThrow();
            daniel.bio = "Sails <in> summer";
            User.named("Sutton").orElseThrow().follow(daniel);
        });
        var page = visitor.page("/@Daniel_Bates");
        assertThat(page.title()).isEqualTo("Daniel Bates · Retinue");
        assertThat(page.select("h1").text()).isEqualTo("Daniel Bates");
        assertThat(page.select(".soft time").hasAttr("datetime")).isTrue();
        assertThat(page.select(".name bdi").text()).isEqualTo("@Daniel_Bates");
        assertThat(page.select(".bio").text()).isEqualTo("Sails <in> summer");
        assertThat(page.select(".counts a").eachText()).containsExactly("1 follower", "0 following");
        assertThat(page.select(".counts a").eachAttr("href"))
                .containsExactly("/@Daniel_Bates/followers", "/@Daniel_Bates/following");
    }

    @Test
    void visitorsWhoLookAtTheSameTimeSeeWhomTheyLookAt() {
        var names = IntStream.range(0, 40)
                .mapToObj(i -> cast.user("crowd " + i).username)
                .toList();
        var seen = names.parallelStream()
                .map(name -> Browser.visitor()
                        .page("/@" + name.replace(' ', '_'))
                        .select("h1")
                        .text())
                .toList();
        assertThat(seen).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@Daniel_Bates",
                "/@daniel_bates",
                "/@DANIEL_BATES",
                "/@Daniel%20Bates",
                "/%40Daniel_Bates",
                "/@Daniel_Bates;x=1"
            })
    void anAddressIsRightInAnyCaseAndEncoding(String address) {
        assertThat(visitor.page(address).select("h1").text()).isEqualTo("Daniel Bates");
        assertThat(Browser.of("Sutton").page(address).select("h1").text()).isEqualTo("Daniel Bates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@Daniel_Bates", "/@daniel_bates?from=elsewhere"})
    void aProfileTellsOtherSitesItsNameAndItsOneAddress(String address) {
        Transactions.run(() -> User.named("Daniel Bates").orElseThrow().bio = "Sails \"in\" summer");
        var answer = visitor.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "people.example.org")
                .get(address);
        var head = Jsoup.parse(answer.asString()).head();
        var site = "https://people.example.org/@Daniel_Bates";
        assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo(site);
        assertThat(head.select("meta[property=og:url]").attr("content")).isEqualTo(site);
        assertThat(head.select("meta[property=og:title]").attr("content")).isEqualTo("Daniel Bates");
        assertThat(head.select("meta[property=og:type]").attr("content")).isEqualTo("profile");
        assertThat(head.select("meta[property=og:site_name]").attr("content")).isEqualTo("Retinue");
        assertThat(head.select("meta[name=description]").attr("content")).isEqualTo("Sails \"in\" summer");
        assertThat(head.select("meta[name=robots]")).isEmpty();
    }

    @Test
    void aProfileTellsOtherSitesItsPictureWhereItHasOne() {
        var image = "meta[property=og:image]";
        assertThat(visitor.page("/@Daniel_Bates").head().select(image)).isEmpty();
        Transactions.run(() -> User.named("Daniel Bates").orElseThrow().avatar = "a1b2c3");
        var page = visitor.page("/@Daniel_Bates");
        var shown = page.select(".profile img.avatar").attr("src");
        assertThat(shown).contains("a1b2c3");
        assertThat(page.head().select(image).attr("content"))
                .startsWith("http://")
                .endsWith(shown);
    }

    @Test
    void whoeverHasNoBioIsDescribedByTheCounts() {
        assertThat(visitor.page("/@Sutton").select("meta[name=description]").attr("content"))
                .isEqualTo("Sutton on Retinue: 0 followers, 0 following");
    }

    @Test
    void aNameInAnyScriptHasAnAddress() {
        cast.user("阿部 さくら");
        var link = visitor.page("/").select(".person a:contains(阿部)").attr("href");
        assertThat(link).isEqualTo("/@%E9%98%BF%E9%83%A8_%E3%81%95%E3%81%8F%E3%82%89");
        assertThat(visitor.page(link).select("h1").text()).isEqualTo("阿部 さくら");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@nobody",
                "/@",
                "/@nobody/followers",
                "/@nobody/following",
                "/@a%00b",
                "/@%FF",
                "/@%E2%80%AE",
                "/@Sutton/nothing"
            })
    void whoIsUnknownIsNotFound(String address) {
        assertThat(visitor.status(address)).isEqualTo(404);
    }

    @Test
    void aVisitorIsOfferedToLogInAndComeBack() {
        var page = visitor.page("/@Daniel_Bates");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main a[href=/login?back=%2F%40Daniel_Bates]").text())
                .isEqualTo("Log in to follow Daniel Bates");
    }

    @Test
    void aMemberIsOfferedToFollowAndThenToUnfollow() {
        var sutton = Browser.of("Sutton");
        assertThat(button(sutton)).isEqualTo("Follow Daniel Bates");
        sutton.postAndSee("/@Daniel_Bates/follow");
        assertThat(button(sutton)).isEqualTo("Unfollow Daniel Bates");
    }

    @Test
    void whoFollowsOneIsOfferedToBeFollowedBack() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        assertThat(button(Browser.of("Sutton"))).isEqualTo("Follow back Daniel Bates");
    }

    @Test
    void oneSeesWhoFollowsOneAndWhoIsMutual() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        var sutton = Browser.of("Sutton");
        assertThat(sutton.page("/@Daniel_Bates").select(".badge").text()).isEqualTo("Follows you");
        sutton.postAndSee("/@Daniel_Bates/follow");
        assertThat(sutton.page("/@Daniel_Bates").select(".badge").text()).isEqualTo("Mutual");
        assertThat(sutton.page("/@Mira").select(".badge")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 | Followed by Priya
                    2 | Followed by Mira and Priya
                    3 | Followed by fan 1, Mira and 1 other you know
                    4 | Followed by fan 2, fan 1 and 2 others you know
                    """)
    void aMemberSeesWhichOfTheirOwnPeopleFollowSomeone(int known, String sentence) {
        Stream.of("fan 1", "fan 2", "a stranger").forEach(cast::user);
        var people = List.of("Priya", "Mira", "fan 1", "fan 2");
        people.subList(0, known).forEach(person -> {
            cast.follow("Sutton", person);
            cast.follow(person, "Daniel Bates");
        });
        cast.follow("a stranger", "Daniel Bates");
        var page = Browser.of("Sutton").page("/@Daniel_Bates");
        assertThat(page.select(".known").text()).isEqualTo(sentence);
        var all = Browser.of("Sutton").page(page.select(".known a").attr("href"));
        assertThat(all.select(".person a").eachText()).containsExactlyInAnyOrderElementsOf(people.subList(0, known));
        assertThat(visitor.page("/@Daniel_Bates").select(".known")).isEmpty();
    }

    @Test
    void onesOwnProfileIsToBeEdited() {
        var page = Browser.of("Sutton").page("/@Sutton");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select(".badge").text()).isEqualTo("You");
        assertThat(page.select("main a[href=/settings/profile]").text()).isEqualTo("Edit profile");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1"})
    void aProfileKeepsToItsBudgetOfStatements(boolean signedIn, long budget) {
        var browser = signedIn ? Browser.of("Sutton") : visitor;
        assertThat(statements.during(() -> browser.page("/@Daniel_Bates"))).isLessThanOrEqualTo(budget);
    }

    @Test
    void aProfileIsLight() {
        assertThat(visitor.request().get("/@Daniel_Bates").asByteArray()).hasSizeLessThan(30_000);
        assertThat(visitor.request().get("/retinue.css").asByteArray()).hasSizeLessThan(25_000);
    }

    private static String button(Browser browser) {
        return browser.page("/@Daniel_Bates").select(".actions > form button").text();
    }
}
