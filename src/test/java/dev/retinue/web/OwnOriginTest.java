package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnOriginTest extends RetinueTest {

    private static final int REFUSED = 403;

    private static final int DONE = 303;

    @Test
    void aForeignOriginIsRefused() {
        assertFollow("Origin", "https://elsewhere.example", REFUSED);
    }

    @Test
    void aForeignOriginThatBeginsLikeOursIsRefused() {
        assertFollow("Origin", own() + ".elsewhere.example", REFUSED);
    }

    @Test
    void anOriginOfNullIsRefused() {
        assertFollow("Origin", "null", REFUSED);
    }

    @Test
    void aCrossSiteRequestIsRefused() {
        assertFollow("Sec-Fetch-Site", "cross-site", REFUSED);
    }

    @Test
    void aSameSiteRequestFromAnotherOriginIsRefused() {
        assertFollow("Sec-Fetch-Site", "same-site", REFUSED);
    }

    @Test
    void ourOwnOriginMay() {
        assertFollow("Origin", own(), DONE);
    }

    @Test
    void aSameOriginRequestMay() {
        assertFollow("Sec-Fetch-Site", "same-origin", DONE);
    }

    @Test
    void behindAProxyTheOriginIsTheProxys() {
        var answer = Browser.of("Sutton")
                .request()
                .header("X-Forwarded-Host", "retinue.example")
                .header("X-Forwarded-Proto", "https")
                .header("Origin", "https://retinue.example")
                .post("/@Daniel_Bates/follow");
        assertThat(answer.statusCode()).isEqualTo(DONE);
    }

    @Test
    void withNeitherHeaderItIsNoBrowserAndMay() {
        assertThat(Browser.of("Sutton").post("/@Daniel_Bates/follow").statusCode())
                .isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/signup", "/logout", "/@Daniel_Bates/unfollow", "/nowhere"})
    void everyAddressIsGuardedLogInIncluded(String path) {
        var answer = Browser.visitor()
                .request()
                .header("Origin", "https://elsewhere.example")
                .formParam("username", "Sutton")
                .formParam("password", Cast.PASSWORD)
                .post(path);
        assertThat(answer.statusCode()).isEqualTo(REFUSED);
        assertThat(answer.cookies()).isEmpty();
        assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isEqualTo("Not allowed");
    }

    @Test
    void anotherSiteMayLinkHere() {
        assertThat(Browser.visitor()
                        .request()
                        .header("Sec-Fetch-Site", "cross-site")
                        .get("/@Sutton")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertFollow(String header, String value, int status) {
        var answer = Browser.of("Sutton").request().header(header, value).post("/@Daniel_Bates/follow");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Browser.visitor().page("/@Daniel_Bates/followers").select(".person"))
                .hasSize(status == DONE ? 1 : 0);
    }

    private static String own() {
        return "http://localhost:" + RestAssured.port;
    }
}
