package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppearanceSettingsTest extends RetinueTest {

    private static final String PATH = "/settings/appearance";

    private Browser sutton;

    @BeforeEach
    void suttonIsLoggedIn() {
        sutton = Browser.of("Sutton");
    }

    @Test
    void everyPageLooksAsTheMemberChose() {
        assertThat(scheme(sutton.page("/"))).isEqualTo("auto");
        var answer = sutton.submit(PATH, Map.of("scheme", "dark"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(PATH);
        assertThat(scheme(sutton.page("/"))).isEqualTo("dark");
        assertThat(sutton.page(PATH).select("input[checked]").val()).isEqualTo("dark");
        assertThat(scheme(Browser.of("Mira").page("/"))).isEqualTo("auto");
        assertThat(scheme(Browser.visitor().page("/@Sutton"))).isEqualTo("auto");
    }

    @Test
    void errorPagesLookAsTheDeviceDoes() {
        var answer = Browser.visitor().request().get("/nowhere");
        assertThat(scheme(Jsoup.parse(answer.asString()))).isEqualTo("auto");
    }

    @Test
    void anotherChoiceIsRefused() {
        for (var scheme : new String[] {"", "red", "\"><script>"}) {
            var answer = sutton.submit(PATH, Map.of("scheme", scheme));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.asString()).select(".problem").text()).isEqualTo("Choose one of the three.");
        }
        assertThat(scheme(sutton.page("/"))).isEqualTo("auto");
    }

    private static String scheme(Document page) {
        return page.select("html").attr("data-scheme");
    }
}
