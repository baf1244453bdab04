package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is no configured proxy says in vain where a request comes from, and how. Addresses are those for examples (RFC 5737). */
class ProxyIT {

    private static final Map<String, String> FORWARDED = Map.of(
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Port", "444",
            "X-Forwarded-Prefix", "/deeper",
            "Forwarded", "for=203.0.113.7;proto=https;host=evil.example");

    @TempDir
    static Path folder;

    @Test
    void onlyAConfiguredProxyIsBelieved() throws Exception {
        try (var jar = Jar.serving(
                folder, "-Dquarkus.http.proxy.trusted-proxies=192.0.2.1", "-Dretinue.attempts.passwords=3")) {
            nothingOfItIsBelieved(jar);
            attemptsCountForTheRealAddress(jar);
        }
        try (var jar = Jar.serving(folder)) {
            theProxyIsBelieved(jar);
        }
    }

    private static void nothingOfItIsBelieved(Jar jar) {
        var answer = jar.request().headers(FORWARDED).get("/@Sutton");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        assertThat(answer.asString()).doesNotContain("evil.example", "https://127.0.0.1", "/deeper");
        assertThat(addressOfThePage(answer)).isEqualTo("http://127.0.0.1:" + jar.port() + "/@Sutton");
        assertThat(logIn(jar, "203.0.113.1").cookies().keySet()).noneMatch(name -> name.startsWith("__"));
        jar.request()
                .headers(FORWARDED)
                .header("Origin", "https://evil.example")
                .post("/logout")
                .then()
                .statusCode(403);
    }

    private static void attemptsCountForTheRealAddress(Jar jar) {
        assertThat(Stream.of("203.0.113.2", "203.0.113.3", "203.0.113.4")
                        .map(address -> logIn(jar, address).statusCode()))
                .containsExactly(422, 422, 429);
    }

    private static void theProxyIsBelieved(Jar jar) {
        var answer = jar.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "people.example")
                .get("/@Sutton");
        assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
        assertThat(addressOfThePage(answer)).isEqualTo("https://people.example/@Sutton");
    }

    private static String addressOfThePage(Response answer) {
        return Jsoup.parse(answer.asString()).select("meta[property=og:url]").attr("content");
    }

    private static Response logIn(Jar jar, String address) {
        return jar.request()
                .headers(FORWARDED)
                .header("X-Forwarded-For", address)
                .formParam("username", "Sutton")
                .formParam("password", "wrong")
                .post("/login");
    }
}
