package dev.retinue.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is at the addresses of this site, and what is not. */
@QuarkusTest
class AddressesTest extends RetinueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/",
                "/webjars/htmx.org/",
                "/webjars/htmx.org/2.0.8/dist/",
                "/avatars/",
                "/feeds/",
                "/.git/config",
                "/application.properties",
                "/common-passwords.txt",
                "/db/migration/",
                "/META-INF/MANIFEST.MF",
                "/templates/layout.html",
                "/dev/retinue/users/User.class",
                "/q/health",
                "/q/metrics",
                "/q/info",
                "/q/openapi",
                "/%2e%2e/application.properties",
                "/webjars/%2e%2e/%2e%2e/application.properties"
            })
    void thereAreNoFilesButThoseOfThePages(String path) {
        assertThat(Browser.visitor().status(path)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/@Sutton", "/login", "/nowhere", "/retinue.css"})
    void nothingIsSentBackByTrace(String path) throws IOException {
        var answer =
                raw("TRACE " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Mark: hunter2\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=UTF-8",
        "/@nobody, text/html;charset=UTF-8",
        "/retinue.css, text/css;charset=UTF-8",
        "/retinue.js, text/javascript;charset=UTF-8",
        "/webjars/htmx.org/2.0.8/dist/htmx.min.js, text/javascript;charset=UTF-8",
        "/favicon.svg, image/svg+xml",
        "/manifest.webmanifest, application/manifest+json",
        "/@Sutton/feed.atom, application/atom+xml;charset=UTF-8",
        "/@Sutton/followers.csv, text/csv;charset=UTF-8",
        "/@Sutton/followers.json, application/json"
    })
    void everyAnswerSaysWhatItIs(String path, String type) {
        assertThat(Browser.of("Sutton").request().get(path).contentType()).isEqualToIgnoringCase(type);
    }

    @Test
    void aRequestOfTwoLengthsIsOneRequestOrNone() throws IOException {
        var hidden = "GET /@Sutton HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var answer =
                raw("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + (5 + hidden.length())
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + "0\r\n\r\n" + hidden);
        assertThat(answer.split("HTTP/1\\.1 \\d")).hasSize(2);
        assertThat(raw("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 3\r\n\r\nback"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void whatIsEncodedTwiceIsDecodedOnce() {
        assertThat(Browser.visitor().status("/@Daniel%20Bates")).isEqualTo(200);
        assertThat(Browser.visitor().status("/@Daniel%2520Bates")).isEqualTo(404);
    }

    /** For what no client library sends; to the end of the connection. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
