package dev.retinue.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.retinue.support.Browser;
import dev.retinue.support.Crowd;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Far more clients than there are workers take their time, and somebody else has a page as if they were not there. */
@QuarkusTest
class SlowClientsTest extends RetinueTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void headersThatComeSlowlyHoldNobodyUp() throws IOException {
        pagesComeBeside("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/signup", "/settings/profile", "/nowhere"})
    void formsThatComeSlowlyHoldNobodyUp(String form) throws IOException {
        pagesComeBeside(post(form, "application/x-www-form-urlencoded") + "username=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/settings/avatar", "/settings/data/import"})
    void filesThatComeSlowlyHoldNobodyUp(String form) throws IOException {
        pagesComeBeside(post(form, "multipart/form-data; boundary=abc")
                + "--abc\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n");
    }

    @Test
    void thoseWhoDoNotReadTheirAnswerHoldNobodyUp() throws IOException {
        pagesComeBeside("GET /retinue.css HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(5));
    }

    /** The time for a body is lowered in tests. */
    @Test
    void aFormThatDoesNotArriveInTimeIsRefusedAndTheConnectionEnds() throws IOException {
        try (var crowd = new Crowd(1, bytes(post("/login", "application/x-www-form-urlencoded") + "username="))) {
            assertThat(crowd.rest()).startsWith("HTTP/1.1 408").containsIgnoringCase("connection: close");
        }
    }

    private static void pagesComeBeside(String beginning) throws IOException {
        try (var crowd = new Crowd(300, bytes(beginning))) {
            for (var i = 0; i < 3; i++) {
                crowd.send(bytes("a"));
                assertTimeout(SOON, () -> Browser.visitor().page("/@Sutton"));
                assertTimeout(SOON, () -> Browser.visitor().post("/logout"));
            }
        }
    }

    private static String post(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: retinue="
                + Browser.of("Sutton").session() + "\r\nContent-Type: " + type + "\r\nContent-Length: 10000\r\n\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
