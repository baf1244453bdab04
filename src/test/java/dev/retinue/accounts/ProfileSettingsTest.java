package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProfileSettingsTest extends RetinueTest {

    private static final String PATH = "/settings/profile";

    @Inject
    Statements statements;

    private Browser sutton;

    private final Browser visitor = Browser.visitor();

    @BeforeEach
    void suttonIsLoggedIn() {
        sutton = Browser.of("Sutton");
    }

    @Test
    void settingsBeginWithTheProfileAndThePagesLeadThere() {
        assertThat(sutton.page("/").select("header a[href=/settings]").text()).isEqualTo("Settings");
        assertThat(sutton.request()
                        .get("/settings")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location"))
                .isEqualTo(PATH);
        assertThat(sutton.page(PATH).select(".tabs a[aria-current]").text()).isEqualTo("Profile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings", PATH, "/settings/appearance"})
    void strangersAreLedToTheLogIn(String path) {
        assertThat(visitor.request().get(path).then().statusCode(303).extract().header("Location"))
                .startsWith("/login?back=%2Fsettings");
    }

    @Test
    void strangersChangeNothing() {
        assertThat(visitor.postAndSee(PATH)).startsWith("/login");
        assertThat(visitor.postAndSee("/settings/avatar/remove")).startsWith("/login");
        assertThat(visitor.postAndSee("/settings/appearance")).startsWith("/login");
    }

    @Test
    void whatIsSavedIsShown() {
        var answer = sutton.submit(
                PATH,
                Map.of(
                        "bio",
                        "One\r\n@Mira & https://example.org.",
                        "link1",
                        "example.org/",
                        "link3",
                        "http://b.example/c"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(PATH);
        var profile = visitor.page("/@Sutton");
        assertThat(profile.select(".bio").first().wholeText()).isEqualTo("One\n@Mira & https://example.org.");
        assertThat(profile.select(".bio a").eachAttr("href")).containsExactly("/@Mira", "https://example.org");
        assertThat(profile.select(".bio a[href^=https]").attr("rel")).isEqualTo("nofollow ugc noopener");
        assertThat(profile.select(".links a").eachText()).containsExactly("example.org", "b.example/c");
        assertThat(profile.select(".links a").attr("rel")).isEqualTo("me nofollow noopener");
        var form = sutton.page(PATH);
        assertThat(form.select("#bio").first().wholeText().stripLeading())
                .isEqualTo("One\n@Mira & https://example.org.");
        assertThat(form.select("#link2").val()).isEqualTo("http://b.example/c");
    }

    @Test
    void aBioIsTextAndNothingElse() {
        sutton.submit(
                PATH,
                Map.of(
                        "bio",
                        "<script>alert(1)</script> \"><b> javascript:alert(1) https://a.example/\"><i> \u202Eolleh"));
        var page = visitor.page("/@Sutton");
        assertThat(page.select("main script, .bio b, .bio i")).isEmpty();
        assertThat(page.select(".bio").text()).contains("<script>alert(1)</script>", "\u202Eolleh");
        assertThat(page.select("main a[href^=javascript]")).isEmpty();
        assertThat(page.select(".bio a").eachAttr("href")).containsExactly("https://a.example/");
        assertThat(page.select(".bio").attr("dir")).isEqualTo("auto");
    }

    @Test
    void whatIsWrongComesBackWithASentenceAndAsTyped() {
        var bio = "\n</textarea>" + "🙂".repeat(500);
        var answer = sutton.submit(PATH, Map.of("bio", bio, "link1", "javascript:alert(1)", "link2", "example.org"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("#bio-problem").text()).isEqualTo("A bio has at most 500 characters, and this has 511.");
        assertThat(page.select("#bio").first().wholeText()).contains("</textarea>🙂");
        assertThat(page.select("#link1-problem").text()).startsWith("That is not the address of a web page");
        assertThat(page.select("#link1").val()).isEqualTo("javascript:alert(1)");
        assertThat(page.select("#link2").val()).isEqualTo("example.org");
        assertThat(visitor.page("/@Sutton").select(".bio, .links")).isEmpty();
    }

    @Test
    void emptyFieldsEmptyTheProfile() {
        sutton.submit(PATH, Map.of("bio", "x", "link1", "example.org"));
        sutton.submit(PATH, Map.of("bio", " ", "link1", ""));
        assertThat(visitor.page("/@Sutton").select(".bio, .links")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/settings/appearance"})
    void settingsKeepToTheirBudgetOfStatements(String path) {
        assertThat(statements.during(() -> sutton.page(path))).isLessThanOrEqualTo(1);
    }
}
