package dev.retinue.journeys;

import dev.retinue.support.Look;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Window;
import dev.retinue.support.Windows;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each test in a real browser begins with. */
abstract class JourneyTest extends RetinueTest {

    @RegisterExtension
    final Windows windows = new Windows();

    /** At a desk, where nobody is logged in yet. */
    Window window(boolean script) {
        return windows.open(Look.DESK.withScript(script));
    }
}
