package dev.retinue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.retinue.support.Axe;
import dev.retinue.support.Look;
import dev.retinue.support.Scenery;
import dev.retinue.support.Sight;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class EveryPageTest extends JourneyTest {

    /** Lower than a finger is wide, 44 pixels; text within a sentence may be. A link can cover its row, a label its box. */
    private static final String LOW_TARGETS = """
            () => [...document.querySelectorAll('header, main')]
                .flatMap(part => [...part.querySelectorAll('a, button, select, summary, input:not([type=hidden])')])
                .filter(target => getComputedStyle(target).display !== 'inline')
                .map(target => getComputedStyle(target, '::after').position === 'absolute' ? target.closest('.person') : target)
                .map(target => target.closest('label') ?? target)
                .filter(target => { const height = target.getBoundingClientRect().height; return height > 0 && height < 44 })
                .map(target => target.outerHTML)
            """;

    private static final String WIDTH = "() => document.documentElement.scrollWidth";

    @Inject
    Scenery scenery;

    @BeforeEach
    void somethingGoesOn() {
        scenery.enter();
    }

    @ParameterizedTest
    @MethodSource("sights")
    void everyPageIsAccessible(Sight sight) {
        var page = sight.in(windows.open(Look.DESK)).page();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.violations(page)).as("%s", scheme).isEmpty();
        }
    }

    @Test
    void aFormThatComesBackIsAccessible() {
        var window = windows.open(Look.DESK).open("/signup");
        window.field("Username").fill("Daniel Bates");
        window.field("Password").fill("long enough");
        window.button("Sign up").click();
        window.page().locator("[aria-invalid=true]").waitFor();
        assertThat(Axe.violations(window.page())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sights")
    void onANarrowPhoneNothingScrollsSidewaysAndEveryTargetFitsAFinger(Sight sight) {
        var page = sight.in(windows.open(Look.PHONE)).page();
        assertThat((int) page.evaluate(WIDTH)).isLessThanOrEqualTo(Look.PHONE.width());
        assertThat((List<?>) page.evaluate(LOW_TARGETS)).isEmpty();
    }

    static Stream<Sight> sights() {
        return Sight.all();
    }
}
