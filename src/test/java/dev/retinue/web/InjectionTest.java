package dev.retinue.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed stays what was typed, whoever reads it. */
@QuarkusTest
class InjectionTest extends RetinueTest {

    @ParameterizedTest
    @ValueSource(strings = {"q", "sort", "show", "after", "before", "on"})
    void whatIsAskedForIsNoStatement(String parameter) {
        cast.follow("Daniel Bates", "Sutton");
        for (var text : new String[] {"' or '1'='1", "'; delete from follows; --", "%", "_", "\\", "$1", ":user"}) {
            for (var page : new String[] {"/@Sutton/followers", "/people"}) {
                var path = page + "?" + parameter + "=" + URLEncoder.encode(text, UTF_8);
                assertThat(Browser.of("Sutton").status(path)).as(path).isBetween(200, 422);
            }
        }
        assertThat(Transactions.<Boolean>ask(() -> User.named("Daniel Bates")
                        .orElseThrow()
                        .follows(User.named("Sutton").orElseThrow())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_____", "' or '1'='1"})
    void aSignThatMeansAnyLetterToTheDatabaseFindsNobody(String text) {
        cast.follow("Daniel Bates", "Sutton");
        for (var page : new String[] {"/@Sutton/followers", "/people"}) {
            var path = page + "?q=" + URLEncoder.encode(text, UTF_8);
            assertThat(Browser.visitor().page(path).select(".person")).as(path).isEmpty();
        }
    }

    @Test
    void aBioIsNoTemplateAndNoMarkup() {
        var text = "{inject:viewer.user.email} {#if true} ${7*7} <b>b</b> **b** [x](javascript:alert(1))";
        var sutton = Browser.of("Sutton");
        assertThat(sutton.submit("/settings/profile", Map.of("bio", text)).statusCode())
                .isEqualTo(303);
        var page = Browser.visitor().page("/@Sutton");
        assertThat(page.select("main").text()).contains(text);
        assertThat(page.select("main b, main strong, a[href^=javascript]")).isEmpty();
    }

    @Test
    void theScriptWritesTextAloneAndKeepsNothing() throws IOException {
        try (var file = InjectionTest.class.getResourceAsStream("/META-INF/resources/retinue.js")) {
            assertThat(new String(file.readAllBytes(), UTF_8))
                    .contains("textContent")
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML =",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "Storage",
                            "indexedDB",
                            "document.cookie",
                            "postMessage",
                            "WebSocket");
        }
        assertThat(Browser.visitor().page("/").select("meta[name=htmx-config]").attr("content"))
                .contains("\"allowEval\": false", "\"historyCacheSize\": 0");
    }
}
