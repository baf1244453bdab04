package dev.retinue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Scenery;
import dev.retinue.support.Sight;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HtmlTest extends RetinueTest {

    private static final Path FOLDER = Path.of("target", "pages");

    @Inject
    Scenery scenery;

    /** Under target/pages, where .ci/run has the Nu Html Checker read them. */
    @Test
    void everyPageIsLaidOutForTheCheckerOfHtml() throws IOException {
        scenery.enter();
        Files.createDirectories(FOLDER);
        for (var sight : Sight.all().toList()) {
            assertThat(Files.writeString(FOLDER.resolve(sight + ".html"), sight.html()))
                    .isNotEmptyFile();
        }
    }
}
