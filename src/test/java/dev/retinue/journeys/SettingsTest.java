package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.FilePayload;
import dev.retinue.support.Window;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SettingsTest extends JourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMemberGetsAPictureABioAndALink(boolean script) throws IOException {
        var window = window(script).as("Sutton");
        ProfilePage.visit(window, "Sutton");
        window.link("Edit profile").click();
        window.field("Your picture").setInputFiles(new FilePayload("sutton.png", "image/png", picture()));
        window.button("Upload").click();
        assertThat(window.page().locator("main img.avatar")).hasAttribute("src", Pattern.compile("/avatars/.*"));
        window.field("Bio").fill("Knows @Daniel_Bates. See https://example.org/sutton");
        window.page().locator("#link1").fill("example.org");
        window.button("Save").click();
        var profile = ProfilePage.visit(window, "Sutton").window();
        assertThat(profile.link("@Daniel_Bates")).hasAttribute("href", "/@Daniel_Bates");
        assertThat(profile.link("example.org")).hasAttribute("rel", Pattern.compile("^me "));
        assertThat(profile.page().locator("main img.avatar")).isVisible();
    }

    @Test
    void theFormBesideAPictureAsksBeforeWhatIsTypedIsLost() throws IOException {
        var window = window(true).as("Sutton").open("/settings/profile");
        window.field("Your picture").setInputFiles(new FilePayload("sutton.png", "image/png", picture()));
        window.field("Bio").fill("Knows Daniel Bates.");
        assertStays(window, "Upload");
        assertStays(window, "Save");
        window.field("Your picture").setInputFiles(new Path[0]);
        window.button("Save").click();
        assertThat(window.page().locator("#notice")).hasText("Saved.");
    }

    @Test
    void whatWasRefusedIsAskedAboutThoughItCameBack() {
        var window = window(true).as("Sutton").open("/settings/profile");
        window.page().locator("#link1").fill("no address");
        window.button("Save").click();
        assertThat(window.page().locator(".problem")).isVisible();
        assertStays(window, "Log out");
    }

    @Test
    void whereAPictureWasRefusedTheNextIsNotAskedAbout() throws IOException {
        var window = window(true).as("Sutton").open("/settings/profile");
        window.field("Your picture").setInputFiles(new FilePayload("sutton.png", "image/png", new byte[10]));
        window.button("Upload").click();
        assertThat(window.page().locator("#picture-problem")).isVisible();
        window.field("Your picture").setInputFiles(new FilePayload("sutton.png", "image/png", picture()));
        window.button("Upload").click();
        assertThat(window.page().locator("#notice")).hasText("Saved.");
    }

    @Test
    void theFormBesideThePrivacyOfAnAccountAsksBeforeAChoiceIsLost() {
        cast.follow("Mira", "Sutton");
        var window = window(true).as("Sutton").open("/settings/privacy");
        window.field("My followers").selectOption("MEMBERS");
        assertStays(window, "Make my account private");
        window.field("My followers").selectOption("EVERYONE");
        window.field("Remove all").check();
        assertStays(window, "Save");
        window.button("Make my account private").click();
        assertThat(window.button("Make my account public")).isVisible();
    }

    /** Where the question is answered so. */
    private static void assertStays(Window window, String button) {
        var question = new CompletableFuture<String>();
        window.page().onceDialog(dialog -> {
            question.complete(dialog.type());
            dialog.dismiss();
        });
        window.button(button).click();
        window.page().waitForCondition(question::isDone);
        assertEquals("beforeunload", question.join());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMemberChoosesDarkPages(boolean script) {
        var window = window(script).as("Sutton").open("/settings/appearance");
        var before = ground(window);
        window.field("Dark").check();
        window.button("Save").click();
        window.open("/");
        assertThat(window.page().locator("body")).not().hasCSS("background-color", before);
    }

    private static String ground(Window window) {
        return window.page()
                .locator("body")
                .evaluate("body => getComputedStyle(body).backgroundColor")
                .toString();
    }

    private static byte[] picture() throws IOException {
        var picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, 600, 400);
        graphics.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }
}
