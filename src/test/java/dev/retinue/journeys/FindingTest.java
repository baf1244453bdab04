package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.retinue.support.Window;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a member finds others by their names. */
@QuarkusTest
class FindingTest extends JourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void somebodyIsFoundByNameAndFollowed(boolean script) {
        var window = window(script).as("Sutton").open("/");
        find(window, "dan");
        assertThat(window.heading("People matching “dan”")).isVisible();
        window.button("Follow Daniel Bates").click();
        assertThat(window.button("Unfollow Daniel Bates")).isVisible();
        assertThat(window.page()).hasURL(Pattern.compile("/people\\?q=dan"));
    }

    @Test
    void whoIsOnlyThereAsOneFollowsThemLeavesWithoutTheOthers() {
        IntStream.rangeClosed(10, 60).forEach(i -> cast.user("ann " + i));
        cast.follow("Sutton", "ann 60");
        var window = window(true).as("Sutton").open("/");
        find(window, "ann");
        window.button("Unfollow ann 60").click();
        assertThat(window.page().locator("#notice")).containsText("You no longer follow ann 60");
        assertThat(window.button("Follow ann 10")).isVisible();
        assertThat(window.page().locator("#found")).containsText("More than 40 people");
    }

    private static void find(Window window, String typed) {
        window.page().locator("header a[href='/people']").click();
        window.field("Find").fill(typed);
        if (!window.script()) {
            window.button("Find").click();
        }
    }
}
