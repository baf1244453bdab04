package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Daniel decides who may see his followers, whom he follows, and how many there are. Mira follows him, Priya is a mutual. */
@QuarkusTest
class AudienceTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    @Inject
    Statements statements;

    @BeforeEach
    void danielHasACircle() {
        cast.follow("Mira", "Daniel Bates");
        cast.follow("Priya", "Daniel Bates");
        cast.follow("Daniel Bates", "Priya");
    }

    @ParameterizedTest
    @CsvSource({
        "EVERYONE,  true, true, true, true",
        "MEMBERS,   false, true, true, true",
        "FOLLOWERS, false, false, true, true",
        "MUTUALS,   false, false, false, true",
        "ME,        false, false, false, false"
    })
    void eachListAndTheCountsHaveAnAudience(
            String audience, boolean visitor, boolean member, boolean follower, boolean mutual) {
        for (var part : Part.values()) {
            part.set(audience);
            assertThat(part.shownTo(Browser.visitor())).isEqualTo(visitor);
            assertThat(part.shownTo(Browser.of("Sutton"))).isEqualTo(member);
            assertThat(part.shownTo(Browser.of("Mira"))).isEqualTo(follower);
            assertThat(part.shownTo(Browser.of("Priya"))).isEqualTo(mutual);
            assertThat(part.shownTo(Browser.of("Daniel Bates"))).isTrue();
            part.set("EVERYONE");
        }
    }

    @Test
    void aListThatIsNotShownIsNotFoundEither() {
        Part.FOLLOWERS.set("ME");
        for (var address : new String[] {"/followers", "/followers?q=Mira", "/followers?show=known&sort=name"}) {
            assertThat(Browser.of("Sutton").status(DANIEL + address)).isEqualTo(404);
        }
        assertThat(Browser.of("Sutton")
                        .page(DANIEL + "/following")
                        .select(".tabs a")
                        .eachText())
                .containsExactly("Following 1");
    }

    @Test
    void whoseFollowersAreNotShownHasNoLineOfPeopleOneKnows() {
        cast.follow("Sutton", "Mira");
        assertThat(Browser.of("Sutton").page(DANIEL).select(".known").text()).isEqualTo("Followed by Mira");
        Part.FOLLOWERS.set("ME");
        assertThat(Browser.of("Sutton").page(DANIEL).select(".known")).isEmpty();
    }

    @Test
    void aRequestDoesNotTellOfFollowersThatAreNotShown() {
        cast.follow("Sutton", "Mira");
        sql("update users set private_since = now() where username = 'Sutton'");
        cast.follow("Daniel Bates", "Sutton");
        assertThat(context()).contains("1 person you know");
        Part.FOLLOWERS.set("FOLLOWERS");
        assertThat(context()).doesNotContain("know");
    }

    @Test
    void theDescriptionTellsNoCountsThatAreNotShown() {
        Part.COUNTS.set("ME");
        var page = Browser.visitor().page(DANIEL);
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("Daniel Bates on Retinue");
        assertThat(page.select(".counts").text()).isEqualTo("Followers Following");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "/followers, 3"})
    void anAudienceNeedsNoMoreStatements(String page, long budget) {
        Part.FOLLOWERS.set("FOLLOWERS");
        var mira = Browser.of("Mira");
        assertThat(statements.during(() -> mira.page(DANIEL + page))).isLessThanOrEqualTo(budget);
    }

    private static String context() {
        return Browser.of("Sutton").page("/requests").select(".person p").text();
    }

    private enum Part {
        FOLLOWERS("followers_for"),
        FOLLOWING("following_for"),
        COUNTS("counts_for");

        private final String column;

        Part(String column) {
            this.column = column;
        }

        void set(String audience) {
            sql("update users set " + column + " = '" + audience + "' where username = 'Daniel Bates'");
        }

        boolean shownTo(Browser browser) {
            var counts = browser.page(DANIEL).select(".counts");
            return switch (this) {
                case FOLLOWERS ->
                    link(browser, counts.select("a[href$=/followers]").size(), "/followers");
                case FOLLOWING ->
                    link(browser, counts.select("a[href$=/following]").size(), "/following");
                case COUNTS -> counts.text().equals("2 followers 1 following");
            };
        }

        private static boolean link(Browser browser, int links, String list) {
            var found = browser.status(DANIEL + list) == 200;
            assertThat(links).isEqualTo(found ? 1 : 0);
            return found;
        }
    }
}
