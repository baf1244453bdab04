package dev.retinue.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The browser of this machine, started once for all the tests of a run. */
class Chromium implements AutoCloseable {

    private static final List<String> QUIETLY =
            List.of("--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking");

    private static final double PATIENCE_MILLISECONDS = 15_000;

    private final Playwright playwright;

    private final Browser browser;

    private Chromium(Path node, Path program) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(QUIETLY));
    }

    /** Where there is none the test is skipped; on a machine of CI, where it must be there, the test fails. */
    static Chromium start() {
        var program = program(
                "No Chromium here: install Debian's package chromium to run the browser tests",
                "chromium",
                "chromium-browser",
                "google-chrome");
        return new Chromium(program("No Node.js here: install 20 or newer to run the browser tests", "node"), program);
    }

    static String site() {
        return "http://localhost:" + RestAssured.port;
    }

    BrowserContext context(Look look) {
        var context = browser.newContext(new NewContextOptions()
                .setBaseURL(site())
                .setViewportSize(look.width(), look.height())
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(look.script()));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path program(String otherwise, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(otherwise));
    }

    private static RuntimeException missing(String sentence) {
        return System.getenv("CI") == null ? new TestAbortedException(sentence) : new IllegalStateException(sentence);
    }
}
