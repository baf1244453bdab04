package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.retinue.portability.Imports;
import dev.retinue.support.Transactions;
import dev.retinue.support.Window;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the keyboard is when a part of the page is exchanged. */
@QuarkusTest
class KeyboardTest extends JourneyTest {

    @Inject
    Imports imports;

    private Window window;

    @BeforeEach
    void suttonIsThere() {
        window = window(true).as("Sutton");
    }

    @Test
    void afterAnActionInAMenuItIsAtTheMenu() {
        ProfilePage.visit(window, "Daniel Bates");
        more().press("Enter");
        window.button("Mute Daniel Bates").press("Enter");
        assertThat(window.page().locator(".badge")).hasText("Muted");
        assertThat(more()).isFocused();
    }

    @Test
    void alsoWhereTheButtonThatWasPressedIsGone() {
        cast.follow("Daniel Bates", "Sutton");
        ProfilePage.visit(window, "Daniel Bates");
        more().press("Enter");
        window.button("Remove from my followers Daniel Bates").press("Enter");
        assertThat(window.page().locator("#notice")).containsText("You removed Daniel Bates");
        assertThat(more()).isFocused();
    }

    @Test
    void aMenuClosesByEscapeAndByAPressElsewhere() {
        ProfilePage.visit(window, "Daniel Bates");
        more().press("Enter");
        window.button("Mute Daniel Bates").press("Escape");
        assertThat(window.button("Mute Daniel Bates")).isHidden();
        assertThat(more()).isFocused();
        more().press("Enter");
        window.heading("Daniel Bates").click();
        assertThat(window.button("Mute Daniel Bates")).isHidden();
        more().press("Enter");
        more().press("Shift+Tab");
        assertThat(window.button("Mute Daniel Bates")).isHidden();
    }

    @Test
    void theBoxForAllIsTickedAsLongAsAllAre() {
        cast.follow("Daniel Bates", "Sutton");
        cast.follow("Mira", "Sutton");
        window.open("/@Sutton/followers").field("Choose all").check();
        window.field("Choose Mira").uncheck();
        assertThat(window.field("Choose all")).not().isChecked();
        window.field("Choose Mira").check();
        assertThat(window.field("Choose all")).isChecked();
    }

    @Test
    void enterOnABoxDoesNothingToThoseChosen() {
        cast.follow("Mira", "Sutton");
        window.open("/@Sutton/followers").field("Choose Mira").focus();
        window.page().keyboard().press("Space");
        window.page().keyboard().press("Enter");
        assertThat(window.field("Choose Mira")).isChecked();
        assertThat(window.page().locator(".person")).hasCount(1);
    }

    @Test
    void itGoesOnAtTheRowsThatWereShownBesides() {
        cast.fansOf("Sutton", 130);
        window.open("/@Sutton/followers");
        var more = window.page().locator("#more");
        for (var shown = 40; shown < 130; shown += 40) {
            more.press("Enter");
            assertThat(window.page()
                            .locator("#people > li")
                            .nth(shown)
                            .locator("a")
                            .last())
                    .isFocused();
        }
    }

    @Test
    void itStaysWhereItIsWhileAnImportGoesOnAndItsRowsTellWhatCame() {
        window.open("/settings/data")
                .field("CSV file")
                .setInputFiles(new FilePayload("following.csv", "text/csv", "Mira\n".getBytes(UTF_8)));
        window.button("Look at it").click();
        window.button("Import").click();
        window.button("Stop here").focus();
        for (var poll = 0; poll < 2; poll++) {
            window.page().waitForResponse("**/settings/data/import", () -> {});
        }
        assertThat(window.button("Stop here")).isFocused();
        imports.carryOut(Transactions.ask(() -> User.named("Sutton").orElseThrow().id));
        assertThat(window.page().getByText("Done: the people whom you follow")).isVisible();
        assertThat(window.page().locator("tbody tr")).hasText("1MiraMirafollowed");
    }

    private Locator more() {
        return window.page().locator(".more > summary");
    }
}
