package dev.retinue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What would go wrong unseen in a browser fails a journey. */
@QuarkusTest
class WindowTest extends JourneyTest {

    @Test
    void whatTheContentSecurityPolicyRefusesIsATrouble() {
        var window = window(true).open("/");
        var page = window.page();
        page.waitForConsoleMessage(() -> page.evaluate("document.body.setAttribute('style', 'color: red')"));
        assertThat(window.troubles()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void aPictureThatIsMissingIsATrouble() {
        var window = window(true).open("/");
        var page = window.page();
        page.waitForResponse("**/missing.png", () -> page.evaluate("void (new Image().src = '/missing.png')"));
        assertThat(window.troubles()).singleElement().asString().endsWith("/missing.png: 404");
    }
}
