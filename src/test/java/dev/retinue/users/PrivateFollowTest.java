package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sutton follows Daniel, and only the two are to know. Mira follows him too, and Priya follows Sutton. */
@QuarkusTest
class PrivateFollowTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    @Inject
    Statements statements;

    private Browser sutton;

    private Browser daniel;

    @BeforeEach
    void suttonFollowsPrivately() {
        sutton = Browser.of("Sutton");
        daniel = Browser.of("Daniel Bates");
        cast.follow("Mira", "Daniel Bates");
        cast.follow("Priya", "Sutton");
        cast.follow("Sutton", "Daniel Bates");
        sutton.postAndSee(DANIEL + "/private");
    }

    @Test
    void theTwoSeeItInTheirListsAndCounts() {
        assertThat(people(sutton, "/@Sutton/following")).containsExactly("Daniel Bates");
        assertThat(people(daniel, DANIEL + "/followers")).containsExactly("Sutton", "Mira");
        assertThat(sutton.page("/@Sutton/following").select(".person .badge").text())
                .isEqualTo("Private");
        assertThat(counts(daniel, DANIEL)).containsExactly("2 followers", "0 following");
        assertThat(counts(sutton, "/@Sutton")).containsExactly("1 follower", "1 following");
    }

    @ParameterizedTest
    @MethodSource("others")
    void nobodyElseSeesIt(Browser other) {
        for (var list : List.of("/followers", "/followers?q=Sutton", "/followers?sort=name", "/followers?show=known")) {
            assertThat(people(other, DANIEL + list)).doesNotContain("Sutton");
        }
        for (var list : List.of("/following", "/following?q=Daniel", "/following?sort=known")) {
            assertThat(people(other, "/@Sutton" + list)).isEmpty();
        }
        assertThat(counts(other, DANIEL)).containsExactly("1 follower", "0 following");
        assertThat(counts(other, "/@Sutton")).containsExactly("1 follower", "0 following");
        assertThat(other.page(DANIEL).select(".known").text()).doesNotContain("Sutton");
    }

    static Stream<Browser> others() {
        return Stream.of(Browser.visitor(), Browser.of("Mira"), Browser.of("Priya"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsNotAmongThePeopleOneKnows(boolean many) {
        cast.follow("Priya", "Sutton");
        if (many) {
            cast.seemFollowedByMany("Daniel Bates");
        }
        assertThat(Browser.of("Priya").page(DANIEL).select(".known")).isEmpty();
        sutton.postAndSee(DANIEL + "/public");
        assertThat(Browser.of("Priya").page(DANIEL).select(".known").text()).isEqualTo("Followed by Sutton");
    }

    @Test
    void itKeepsItsDateAndComesBackAsItWas() {
        var since = since();
        sutton.postAndSee(DANIEL + "/public");
        assertThat(since()).isEqualTo(since);
        assertThat(counts(Browser.visitor(), DANIEL)).containsExactly("2 followers", "0 following");
        sutton.postAndSee(DANIEL + "/private");
        sutton.postAndSee(DANIEL + "/private");
        assertThat(since()).isEqualTo(since);
        sutton.postAndSee(DANIEL + "/unfollow");
        Transactions.run(() -> named("Sutton")
                .with(named("Daniel Bates"))
                .undo(new Deeds(named("Sutton")).last(named("Daniel Bates")).orElseThrow().id));
        assertThat(since()).isEqualTo(since);
        assertThat(counts(Browser.visitor(), DANIEL)).containsExactly("1 follower", "0 following");
    }

    @Test
    void aCountExplainsItselfToItsOwner() {
        Transactions.run(() -> named("Mira").deactivate());
        new Errand(Transactions.ask(
                        () -> Chore.of(named("Mira"), Chore.Kind.HIDE).orElseThrow()))
                .run();
        cast.follow("Priya", "Daniel Bates");
        var sum = daniel.page(DANIEL + "/followers").select(".sum");
        assertThat(sum.text()).isEqualTo("3 followers = 1 shown + 1 deactivated + 1 private");
        assertThat(people(daniel, sum.select("a").get(0).attr("href"))).containsExactly("Priya");
        assertThat(daniel.page(sum.select("a").get(1).attr("href"))
                        .select(".empty")
                        .text())
                .startsWith("1 person has deactivated");
        assertThat(people(daniel, sum.select("a").get(2).attr("href"))).containsExactly("Sutton");
        assertThat(Browser.of("Priya").page(DANIEL + "/followers").select(".sum"))
                .isEmpty();
    }

    @Test
    void aNoteIsShownToItsWriterAlone() {
        note("Met at the boat show.\nAsk about sails.");
        assertThat(sutton.page("/@Sutton/following").select(".note").text()).contains("Met at the boat show.");
        assertThat(sutton.page(DANIEL).select(".note").text()).contains("Ask about sails.");
        assertThat(daniel.page("/@Sutton").select(".note")).isEmpty();
        assertThat(daniel.page(DANIEL + "/followers").select(".note")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"boat, 1", "BOAT show, 1", "at, 1", "Daniel, 1", "b, 1", "oat, 1", "100%, 0", "zeppelin, 0"})
    void aNoteIsFoundInOnesOwnList(String q, int found) {
        note("Met at the boat show.");
        var list = sutton.request().urlEncodingEnabled(true).queryParam("q", q).get("/@Sutton/following");
        assertThat(Jsoup.parse(list.asString()).select(".person")).hasSize(found);
    }

    @Test
    void aNoteGoesAwayWhereItIsEmptied() {
        note("Met at the boat show.");
        note("  ");
        assertThat(sutton.page(DANIEL).select(".note")).isEmpty();
    }

    @Test
    void aNoteThatIsTooLongIsKeptInTheForm() {
        var answer = sutton.submit(DANIEL + "/note", Map.of("note", "é".repeat(501)));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("textarea").text()).hasSize(501);
        assertThat(page.select(".problem").text()).isEqualTo("A note has at most 500 characters.");
        note("\uD83D\uDEA3".repeat(500));
    }

    @Test
    void thereAreNoNotesOnWhomOneDoesNotFollow() {
        assertThat(sutton.status("/@Mira/note")).isEqualTo(422);
        assertThat(sutton.submit("/@Sutton/note", Map.of("note", "x")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aNoteIsNotLostWhereTheFollowHasEndedMeanwhile() {
        sutton.postAndSee(DANIEL + "/unfollow");
        var again = sutton.submit(DANIEL + "/note", Map.of("note", "typed already"));
        var page = Jsoup.parse(again.asString());
        assertThat(page.select("textarea").text()).isEqualTo("typed already");
        assertThat(page.select(".problem").text())
                .isEqualTo("Notes are for people whom you follow. Follow them, and it can be saved.");
        assertThat(again.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"/@Daniel_Bates, 1", "/@Sutton/following, 3", "/@Sutton/following?q=boat, 3", "/@Daniel_Bates/note, 1"})
    void theBudgetsOfStatementsHold(String page, long budget) {
        note("Met at the boat show.");
        assertThat(statements.during(() -> sutton.page(page))).isLessThanOrEqualTo(budget);
    }

    private void note(String note) {
        assertThat(sutton.submit(DANIEL + "/note", Map.of("note", note)).statusCode())
                .isEqualTo(303);
    }

    private static List<String> people(Browser browser, String list) {
        return browser.page(list).select(".person a").eachText();
    }

    private static List<String> counts(Browser browser, String profile) {
        return browser.page(profile).select(".counts a").eachText();
    }

    private static User named(String name) {
        return User.named(name).orElseThrow();
    }

    private static Instant since() {
        return Transactions.ask(
                () -> Follow.between(named("Sutton"), named("Daniel Bates")).orElseThrow().timestamp);
    }
}
