package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a member is found by name. */
@QuarkusTest
class PeopleTest extends RetinueTest {

    @Inject
    Statements statements;

    private final Browser visitor = Browser.visitor();

    @ParameterizedTest
    @CsvSource({
        "dan, 'Daniel Bates', 1 person",
        "@Daniel_Bates, 'Daniel Bates', 1 person",
        "b, 'Daniel Bates', 1 person",
        "ates, '', Nobody",
        "daniel   bates, 'Daniel Bates', 1 person",
        "dánîel, 'Daniel Bates', 1 person",
        "prya, 'Priya', Nobody is called that; these names are alike. 1 person",
        "---, '', Nobody"
    })
    void theBeginningOfAWordIsFoundAndANameThatIsAlike(String typed, String name, String told) {
        var page = found(visitor, typed);
        assertThat(names(page)).isEqualTo(name.isEmpty() ? List.of() : List.of(name));
        assertThat(page.select("#found").text()).isEqualTo(told);
        assertThat(page.select("h1").text())
                .isEqualTo("People " + (told.contains("alike") ? "like" : "matching") + " “"
                        + typed.replaceAll(" +", " ") + "”");
        assertThat(page.select("input[name=q]").val()).isEqualTo(typed.replaceAll(" +", " "));
    }

    @Test
    void aNameIsFoundWithoutItsMarksAndByItsLastWord() {
        List.of("Élodie Marchand", "J.R.R. Şahin", "Anna Maria da Costa").forEach(cast::user);
        assertThat(names(found(visitor, "elodie m"))).containsExactly("Élodie Marchand");
        assertThat(names(found(visitor, "sahin"))).containsExactly("J.R.R. Şahin");
        assertThat(names(found(visitor, "cos"))).containsExactly("Anna Maria da Costa");
        assertThat(found(visitor, "elodie").select("#found").text()).isEqualTo("1 person");
    }

    @Test
    void ofNamesThatAreAlikeAFewAreThere() {
        IntStream.rangeClosed(10, 40).forEach(i -> cast.user("Quill " + i));
        var page = found(visitor, "quill 777");
        assertThat(names(page)).hasSize(8);
        assertThat(page.select("#found").text()).isEqualTo("Nobody is called that; these names are alike. 8 people");
    }

    @Test
    void whoIsCalledJustThatComesFirstThenWhomOneFollowsThenWhoseNameBeginsSo() {
        List.of("Ida Mira", "Mira Lund", "Mirabel", "Zoe Mirante").forEach(cast::user);
        cast.follow("Sutton", "Zoe Mirante");
        assertThat(names(found(Browser.of("Sutton"), "mira")))
                .containsExactly("Mira", "Zoe Mirante", "Mira Lund", "Mirabel", "Ida Mira");
        assertThat(names(found(visitor, "mira")))
                .containsExactly("Mira", "Mira Lund", "Mirabel", "Ida Mira", "Zoe Mirante");
    }

    @Test
    void whoIsFoundCanBeFollowedAndOneIsStillThere() {
        var sutton = Browser.of("Sutton");
        var page = sutton.after(sutton.submit("/@Mira/follow", Map.of("back", "/people?q=mira")));
        assertThat(page.select("h1").text()).isEqualTo("People matching “mira”");
        assertThat(page.select(".person button").first().text()).isEqualTo("Unfollow Mira");
    }

    @Test
    void whereOneLooksForNobodyEveryoneIsThereTheNewestFirst() {
        var page = visitor.page("/people?q=%20%00");
        assertThat(page.select("h1").text()).isEqualTo("People");
        assertThat(names(page)).containsExactly("Priya", "Mira", "Daniel Bates", "Sutton");
        IntStream.rangeClosed(1, 37).forEach(i -> cast.user("member " + i));
        var first = visitor.page("/people");
        assertThat(names(first)).hasSize(40).startsWith("member 37").endsWith("Daniel Bates");
        var rest = visitor.page(first.select("#pager a").attr("href"));
        assertThat(names(rest)).containsExactly("Sutton");
        assertThat(rest.select("#pager a")).isEmpty();
    }

    @Test
    void noSignOfANameStandsForAnother() {
        List.of("Mi Lund", "Mi_ra", "Mixlund").forEach(cast::user);
        assertThat(names(found(visitor, "mi_l"))).containsExactly("Mi Lund");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00B4", "\u0301", "\u00A8"})
    void aMarkWithoutALetterLooksForNobody(String typed) {
        assertThat(found(visitor, typed).select("h1").text()).isEqualTo("People");
        assertThat(visitor.page("/@Sutton/followers?q=" + URLEncoder.encode(typed, UTF_8))
                        .select("h1")
                        .text())
                .isEqualTo("Followers of Sutton");
    }

    @Test
    void theIndexesAreOfWhatIsAskedFor() throws IOException {
        try (var migration = getClass().getResourceAsStream("/db/migration/V25__names.sql")) {
            assertThat(new String(migration.readAllBytes(), UTF_8)).contains(NameStatement.WORDS);
        }
    }

    @Test
    void ofSignsAloneNobodyIsLookedThrough() {
        assertThat(Find.of("-._-").alike("name")).isEqualTo("false");
        assertThat(Find.of("prya").alike("name")).startsWith("name %> ");
    }

    @Test
    void whoIsNotThereForOneIsNotFound() {
        var mira = Browser.of("Mira");
        assertThat(names(found(mira, "sutton"))).containsExactly("Sutton");
        assertThat(Browser.of("Sutton").post("/@Mira/block").statusCode()).isEqualTo(303);
        assertThat(names(found(mira, "sutton"))).isEmpty();
        assertThat(names(found(mira, "suttom"))).isEmpty();
        assertThat(names(found(visitor, "suttom"))).containsExactly("Sutton");
        cast.user("Sutta");
        assertThat(names(found(mira, "sutton"))).containsExactly("Sutta");
        assertThat(names(found(visitor, "sutton"))).containsExactly("Sutton");
        Transactions.sql("update users set hidden_since = now() where username = 'Sutton'");
        assertThat(names(found(Browser.visitor(), "sutton"))).doesNotContain("Sutton");
    }

    @Test
    void ofVeryManyWhoIsCalledJustThatAndWhomOneFollowsAreThere() {
        Transactions.sql("""
                insert into users (username, username_key, created_at)
                    select 'ann ' || n, 'ann_' || n, now() from generate_series(1, 3000) n""");
        cast.user("ann");
        cast.follow("Sutton", "ann 2900");
        var page = found(Browser.of("Sutton"), "ann");
        assertThat(names(page)).hasSize(40).startsWith("ann", "ann 2900");
        assertThat(page.select("#found").text())
                .isEqualTo("More than 40 people: type more of the name to see the others");
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 3", "mira, 1, 3", "mirra, 1, 3"})
    void thePageKeepsToItsBudgetOfStatements(String typed, long signedOut, long signedIn) {
        var member = Browser.of("Sutton");
        assertThat(statements.during(() -> found(visitor, typed))).isLessThanOrEqualTo(signedOut);
        assertThat(statements.during(() -> found(member, typed))).isLessThanOrEqualTo(signedIn);
    }

    @Test
    void everyPageLeadsThere() {
        for (var path : List.of("/", "/@Sutton", "/login", "/nowhere")) {
            var page = Jsoup.parse(visitor.request().get(path).asString());
            assertThat(page.select("header a[href=/people]").text()).as(path).isEqualTo("Find people");
        }
    }

    private static Document found(Browser browser, String typed) {
        return browser.page("/people?q=" + URLEncoder.encode(typed, UTF_8));
    }

    private static List<String> names(Document page) {
        return page.select(".person div > a").eachText();
    }
}
