package dev.retinue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of headers of Mozilla's HTTP Observatory, each as it asks for them to pass, behind a proxy that ends https. */
@QuarkusTest
class HeadersTest extends RetinueTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/@Sutton", "/@nobody", "/settings/password", "/login/deeper", "/retinue.css"})
    void everyAnswerHasThem(String path) {
        var answer = behindHttps().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "script-src 'self'")
                .doesNotContain("unsafe-", "*", "http:", "data:");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).isNotEmpty();
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Server")).isNull();
        var hsts = answer.header("Strict-Transport-Security").replace("max-age=", "");
        assertThat(Integer.parseInt(hsts)).isGreaterThanOrEqualTo(15_768_000);
    }

    @Test
    void withoutHttpsNobodyIsSentToIt() {
        assertThat(Browser.visitor().request().get("/").header("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void cookiesGoNowhereElseAndNoScriptReadsThem() {
        var answer = behindHttps()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("username", "Sutton", "password", Cast.PASSWORD))
                .post("/login");
        var cookies = answer.detailedCookies().asList();
        assertThat(cookies).extracting("name").containsExactlyInAnyOrder("__Host-retinue", "__Secure-retinue-device");
        assertThat(cookies).allMatch(cookie -> cookie.isSecured() && cookie.isHttpOnly());
        assertThat(cookies).extracting("sameSite").containsOnly("Lax");
    }

    @Test
    void theCookieOfANoticeIsOfThisHostAloneToo() {
        var answer = behindHttps()
                .cookie("__Host-retinue", Browser.of("Sutton").session())
                .post("/@Mira/follow");
        assertThat(answer.statusCode()).isEqualTo(303);
        var cookie = answer.detailedCookie("__Host-retinue-notice");
        assertThat(cookie.isSecured() && cookie.isHttpOnly() && !cookie.hasDomain())
                .isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void everyScriptAndStyleIsOfThisSite() {
        for (var page : new String[] {"/", "/@Sutton"}) {
            assertThat(Browser.of("Sutton").page(page).select("script[src], link[rel=stylesheet]"))
                    .isNotEmpty()
                    .allMatch(link -> (link.attr("src") + link.attr("href")).matches("/[^/].*"));
            assertThat(Browser.of("Sutton").page(page).select("script:not([src]), style, [style], [onclick]"))
                    .isEmpty();
        }
    }

    private static RequestSpecification behindHttps() {
        return given().redirects().follow(false).header("X-Forwarded-Proto", "https");
    }
}
