package dev.retinue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.retinue.support.Look;
import dev.retinue.support.Scenery;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ScreenshotTest extends JourneyTest {

    @Inject
    Scenery scenery;

    /** Under target/screenshots: the README shows copies of them in src/docs. */
    @ParameterizedTest
    @CsvSource({"profile, /@Daniel_Bates", "followers, /@Daniel_Bates/followers"})
    void thePagesThatTheReadmeShowsAreThere(String name, String path) {
        scenery.enter();
        var file = Path.of("target", "screenshots", name + ".png");
        var window = windows.open(Look.DESK).as("Sutton").open(path);
        window.page().screenshot(new ScreenshotOptions().setPath(file));
        assertThat(file).isNotEmptyFile();
    }
}
