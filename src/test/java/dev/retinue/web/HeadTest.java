package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadTest extends RetinueTest {

    private final Browser visitor = Browser.visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/signup", "/@Sutton/followers", "/@Sutton/following", "/nowhere", "/broken"})
    void searchEnginesLeaveOutWhatIsNoPageOfItsOwn(String path) {
        var head = Jsoup.parse(visitor.request().get(path).asString()).head();
        assertThat(head.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(head.select("link[rel=canonical]")).isEmpty();
    }

    @Test
    void theFirstPageIsFound() {
        var head = visitor.page("/").head();
        assertThat(head.select("meta[name=robots]")).isEmpty();
        assertThat(head.select("link[rel=canonical]").attr("href")).matches("http://localhost:\\d+/");
    }

    @Test
    void theManifestAndItsIconsAreThere() {
        var link = visitor.page("/").select("link[rel=manifest]").attr("href");
        var manifest = visitor.request().get(link);
        assertThat(manifest.contentType()).isEqualTo("application/manifest+json");
        assertThat(manifest.header("Content-Security-Policy")).contains("manifest-src 'self'");
        for (var icon : manifest.jsonPath().getList("icons.src", String.class)) {
            assertThat(visitor.request().get(icon).contentType()).isEqualTo("image/svg+xml");
        }
    }

    @Test
    void everyPageHasALiveRegionAheadOfItsContent() {
        for (var path : new String[] {"/", "/login", "/@Sutton"}) {
            var region = visitor.page(path).select("#notice[role=status]").first();
            assertThat(region.hasText()).isFalse();
            assertThat(region.nextElementSibling().id()).isEqualTo("main");
        }
    }
}
