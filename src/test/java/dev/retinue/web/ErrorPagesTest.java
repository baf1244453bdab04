package dev.retinue.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorPagesTest extends RetinueTest {

    private final Browser visitor = Browser.visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/@nobody", "/@Sutton/nothing", "/login/deeper"})
    void whatIsNotThereIsThePage404(String path) {
        assertPage(visitor.request().get(path), 404, "Nothing here");
    }

    @Test
    void aBrokenCursorIsThePage400() {
        assertPage(visitor.request().get("/@Sutton/followers?after=x"), 400, "That address or form is broken");
    }

    @Test
    void aButtonsAddressInTheBrowserIsThePage405() {
        assertPage(visitor.request().get("/logout"), 405, "Not like that");
    }

    @Test
    void aBodyThatIsTooLongIsThePage413() {
        var answer = visitor.request()
                .formParam("username", "a".repeat(100_000))
                .formParam("password", "b")
                .post("/signup");
        assertPage(answer, 413, "Too much at once");
    }

    @Test
    void aFieldThatIsTooLongIsThePage413() {
        var answer = visitor.request()
                .formParam("username", "a".repeat(20_000))
                .formParam("password", "b")
                .post("/signup");
        assertPage(answer, 413, "Too much at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%zz", "username=Sutton&password=hunter2%zz"})
    void aFormThatCannotBeReadIsThePage400(String body) {
        var answer = visitor.request()
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/login");
        assertPage(answer, 400, "That address or form is broken");
    }

    @Test
    void aFormInPartsThatBreaksOffIsThePage400() throws IOException {
        assertThat(rawStatus("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=abc\r\nContent-Length: 3\r\n\r\nxxx"))
                .isEqualTo(400);
    }

    @Test
    void aRequestLeavesNothingOpen() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/login"))
                .build();
        client.send(request, BodyHandlers.discarding());
        var before = openFiles();
        for (var i = 0; i < 50; i++) {
            client.send(request, BodyHandlers.discarding());
        }
        assertThat(openFiles() - before).isLessThan(10);
    }

    private static int openFiles() {
        return new File("/proc/self/fd").list().length;
    }

    @Test
    void aBugIsThePage500AndTellsNothing() {
        assertPage(visitor.request().get("/broken"), 500, "Something broke");
    }

    /** The time for a statement is lowered in tests. */
    @Test
    void whatTakesTheDatabaseTooLongIsThePage503AndSaysWhenToTryAgain() {
        var answer = visitor.request().get("/broken/slow");
        assertPage(answer, 503, "Too busy at the moment");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@%zz", "/@%", "/%zz", "/login?back=%zz", "/@Sutton/followers?after=%zz", "/@%C0%AF"})
    void aGarbledAddressIsNobodysFault(String path) throws IOException {
        assertThat(rawStatus("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .isBetween(200, 499);
    }

    @Test
    void headersThatAreTooLongAreRefused() throws IOException {
        assertThat(rawStatus("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(17_000) + "\r\n\r\n"))
                .isEqualTo(431);
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws IOException {
        assertThat(rawStatus("GET /?q=" + "a".repeat(8_200) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .isEqualTo(414);
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefusedToo() throws IOException {
        var field = "20000\r\nusername=" + "a".repeat(0x20000 - 9) + "\r\n0\r\n\r\n";
        assertThat(rawStatus("POST /signup HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n" + field))
                .isEqualTo(413);
    }

    @Test
    void everyPageComesWithTheSameGuards() {
        for (var path : new String[] {"/", "/@Sutton", "/nowhere", "/broken", "/retinue.css"}) {
            var answer = visitor.request().get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
    }

    /** For what no client library sends. */
    private static int rawStatus(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }

    private static void assertPage(Response answer, int status, String title) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.asString()).doesNotContain("Exception", "at dev.retinue", "machine room");
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("main a[href=/]")).isNotEmpty();
    }
}
