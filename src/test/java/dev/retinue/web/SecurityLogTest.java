package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.accounts.Session;
import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.LogLines;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SecurityLogTest extends RetinueTest {

    @ConfigProperty(name = "quarkus.log.console.format")
    String format;

    @Test
    void everyLogInIsNotedAndEveryFailure() {
        assertThat(noted(() -> {
                    logIn("sutton", Cast.PASSWORD);
                    logIn("sutton", "wrong horse");
                }))
                .containsExactly(
                        "logged in user=\"Sutton\" from=\"127.0.0.1\" request=\"POST /login\"",
                        "log-in failed user=\"Sutton\" from=\"127.0.0.1\" request=\"POST /login\"");
    }

    @Test
    void aNameThatNobodyHasIsNotNoted() {
        assertThat(noted(() -> logIn("my password by mistake", "x")))
                .containsExactly("log-in failed user=\"-\" from=\"127.0.0.1\" request=\"POST /login\"");
    }

    @Test
    void tooManyTriesAreNoted() {
        assertThat(noted(() -> {
                    for (var i = 0; i < 6; i++) {
                        logIn("Sutton", "wrong horse");
                    }
                }))
                .contains(
                        "too many log-ins user=\"Sutton\" from=\"127.0.0.1\" request=\"POST /login\"",
                        "refused with 429 user=\"-\" from=\"127.0.0.1\" request=\"POST /login\"");
    }

    @Test
    void whatMembersDoAboutTheirLogInsIsNoted() {
        var sutton = Browser.of("Sutton");
        assertThat(noted(() -> {
                    sutton.submit("/settings/password", Map.of("current", "wrong", "password", "long enough"));
                    sutton.submit("/settings/password", Map.of("current", Cast.PASSWORD, "password", "long enough"));
                    sutton.post("/settings/sessions/end-others");
                    sutton.submit("/settings/sessions/end", Map.of("id", "x"));
                    sutton.submit("/settings/sessions/end", Map.of("id", another(sutton)));
                    sutton.post("/logout");
                    Browser.of("Mira").post("/settings/account/deactivate");
                    Browser.visitor().submit("/signup", Map.of("username", "Lena", "password", "long enough"));
                }))
                .extracting(line -> line.replaceFirst(" from=.*", ""))
                .containsExactly(
                        "wrong password user=\"Sutton\"",
                        "password changed user=\"Sutton\"",
                        "other sessions ended user=\"Sutton\"",
                        "session ended user=\"Sutton\"",
                        "logged out user=\"Sutton\"",
                        "account deactivated user=\"Mira\"",
                        "signed up user=\"Lena\"");
    }

    /** The id of another session of hers. */
    private static String another(Browser sutton) {
        Transactions.ask(() -> Session.begin(User.named("Sutton").orElseThrow(), "A phone"));
        return sutton.page("/settings/sessions").select("input[name=id]").val();
    }

    @Test
    void whatIsRefusedIsNoted() {
        var sutton = Browser.of("Sutton");
        assertThat(noted(() -> {
                    Browser.visitor().status("/settings/password");
                    sutton.request().header("Sec-Fetch-Site", "cross-site").post("/@Mira/follow");
                    sutton.status("/@Mira/followers.csv");
                    sutton.status("/@Mira/followers?after=x");
                    sutton.send("/@Mira/follow", new byte[100_000]);
                }))
                .extracting(line -> line.replaceFirst(" from=\"[^\"]*\"", ""))
                .containsExactly(
                        "log-in needed user=\"-\" request=\"GET /settings/password\"",
                        "refused with 403 user=\"-\" request=\"POST /@Mira/follow\"",
                        "refused with 404 user=\"Sutton\" request=\"GET /@Mira/followers.csv\"",
                        "refused with 400 user=\"Sutton\" request=\"GET /@Mira/followers\"",
                        "refused with 413 user=\"-\" request=\"POST /@Mira/follow\"");
    }

    @Test
    void aBugIsLoggedOnceWithItsReason() {
        try (var lines = new LogLines()) {
            Browser.visitor().status("/broken");
            assertThat(lines.all())
                    .filteredOn(line -> line.contains("a secret of the machine room"))
                    .singleElement()
                    .asString()
                    .contains("GET /broken failed", "at dev.retinue.support.Broken.broken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nlogged in', a\\u{a}logged in",
        "'\r', \\u{d}",
        "'\u001b[31m', \\u{1b}[31m",
        "'\u2028\u202e', \\u{2028}\\u{202e}",
        "'\" user=\"Mira', \\u{22} user=\\u{22}Mira",
        "'\\', \\u{5c}",
        "%s%n, %s%n",
        "阿部 さくら, 阿部 さくら"
    })
    void aLineIsOneLineWhateverSomebodySends(String text, String written) {
        assertThat(SecurityLog.line("x", text, text, text))
                .isEqualTo("x user=\"" + written + "\" from=\"" + written + "\" request=\"" + written + "\"");
    }

    @Test
    void everyLineSaysWhenAndInWhichZone() {
        var line = new PatternFormatter(format)
                .format(new ExtLogRecord(Level.INFO, "logged in", SecurityLogTest.class.getName()));
        assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO .*\\R");
    }

    private static List<String> noted(Runnable deeds) {
        try (var lines = new LogLines()) {
            deeds.run();
            return lines.of(SecurityLog.CATEGORY);
        }
    }

    private static void logIn(String username, String password) {
        Browser.visitor().submit("/login", Map.of("username", username, "password", password));
    }
}
