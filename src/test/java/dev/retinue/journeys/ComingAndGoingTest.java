package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ComingAndGoingTest extends JourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoSignsUpIsIn(boolean script) {
        var window = window(script).open("/signup");
        window.field("Username").fill("Lena Fischer");
        window.field("Password").fill("long enough");
        window.button("Sign up").click();
        assertThat(window.button("Log out")).isVisible();
        window.link("Lena Fischer").first().click();
        new ProfilePage(window, "Lena Fischer").shown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoLogsOutIsOut(boolean script) {
        var window = window(script).logIn("Sutton");
        window.button("Log out").click();
        assertThat(window.button("Log out")).isHidden();
        assertThat(window.link("Log in").first()).isVisible();
    }
}
