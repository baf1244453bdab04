package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LogInTest extends RetinueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Daniel Bates",
                "daniel_bates",
                "@Daniel_Bates",
                "\uFF20Daniel_Bates",
                " DANIEL BATES ",
                "Ｄａｎｉｅｌ　Ｂａｔｅｓ"
            })
    void oneLogsInWithTheNameInAnyCaseAndWidth(String username) {
        var answer = logIn(username, Cast.PASSWORD, "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        var page = Jsoup.parse(as(answer.cookie("retinue")).asString());
        assertThat(page.select("header nav").text()).contains("Daniel Bates");
    }

    @Test
    void loggingInLeadsBackToThePageOneCameFromAndNeverToAnotherSite() {
        assertThat(logIn("Sutton", Cast.PASSWORD, "/@Daniel_Bates").header("Location"))
                .isEqualTo("/@Daniel_Bates");
        assertThat(logIn("Sutton", Cast.PASSWORD, "https://elsewhere.example/").header("Location"))
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/signup"})
    void whoeverIsLoggedInIsLedOn(String form) {
        var sutton = Browser.of("Sutton");
        assertThat(sutton.request().get(form).header("Location")).isEqualTo("/");
        assertThat(sutton.request().get(form + "?back=%2F%40Mira").header("Location"))
                .isEqualTo("/@Mira");
    }

    @ParameterizedTest
    @CsvSource({"Sutton, wrong password", "nobody, correct horse", "Sutton, ''", "'', ''", "a/b, x"})
    void aWrongNameOrPasswordBringsTheFormBackWithTheSameSentence(String username, String password) {
        var answer = logIn(username, password, "/@Daniel_Bates");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.cookies()).isEmpty();
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select(".problem").text()).isEqualTo("No member has this username and password.");
        assertThat(page.select("#username").val()).isEqualTo(username);
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(page.select("input[name=back]").val()).isEqualTo("/@Daniel_Bates");
    }

    @Test
    void nobodyLogsInAsAUserWithoutAPassword() {
        cast.user("loaded");
        for (var password : new String[] {"", "null", Cast.PASSWORD}) {
            assertThat(logIn("loaded", password, "").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void theFormIsTheOnlyWayIn() {
        var basic = Browser.visitor().request().auth().preemptive().basic("Sutton", Cast.PASSWORD);
        assertThat(basic.get("/settings/password").statusCode()).isEqualTo(303);
        var posted = Browser.visitor()
                .submit("/j_security_check", Map.of("j_username", "Sutton", "j_password", Cast.PASSWORD));
        assertThat(posted.statusCode()).isEqualTo(404);
        assertThat(posted.cookies()).isEmpty();
    }

    @Test
    void whatStandsInTheAddressIsNoPartOfTheForm() {
        var answer = Browser.visitor().post("/login?username=Sutton&password=correct%20horse");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void aPasswordNeverRunsOut() {
        Transactions.run(() -> User.update("createdAt = ?1", Instant.now().minus(Duration.ofDays(3650))));
        assertThat(logIn("Sutton", Cast.PASSWORD, "/@Mira").header("Location")).isEqualTo("/@Mira");
    }

    @Test
    void whatMakesABrowserKnownLogsNobodyIn() {
        var device = logIn("Sutton", Cast.PASSWORD, "").cookie("retinue-device");
        assertThat(isLoggedIn(device)).isFalse();
        assertThat(isLoggedIn(device.replaceFirst("\\..*", ""))).isFalse();
    }

    @Test
    void theCookieIsForThisSiteAloneAndLasts30Days() {
        var cookie = cookie(logIn("Sutton", Cast.PASSWORD, ""));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(30 * 24 * 60 * 60);
        assertThat(cookie.isSecured()).isFalse();
    }

    @Test
    void aVisitTenMinutesLaterBeginsThe30DaysAnew() {
        assertThat(as(sessionAged(Duration.ofMinutes(9))).cookies()).isEmpty();
        var session = sessionAged(Duration.ofMinutes(11));
        assertThat(cookie(as(session)).getMaxAge()).isEqualTo(30 * 24 * 60 * 60);
        assertThat(as(session).cookies()).isEmpty();
        assertThat(isLoggedIn(sessionAged(Duration.ofDays(29)))).isTrue();
        assertThat(isLoggedIn(sessionAged(Duration.ofDays(31)))).isFalse();
    }

    @Test
    void after180DaysOneLogsInAnewHoweverOftenOneWasThere() {
        var session = sessionAged(Duration.ZERO);
        Transactions.run(() -> Session.update("createdAt = ?1", Instant.now().minus(Duration.ofDays(179))));
        assertThat(isLoggedIn(session)).isTrue();
        Transactions.run(() -> Session.update("createdAt = ?1", Instant.now().minus(Duration.ofDays(181))));
        assertThat(isLoggedIn(session)).isFalse();
    }

    @Test
    void loggedOutTheOldCookieIsDead() {
        var session = logIn("Sutton", Cast.PASSWORD, "").cookie("retinue");
        assertThat(isLoggedIn(session)).isTrue();
        Browser.visitor().request().cookie("retinue", session).post("/logout");
        assertThat(isLoggedIn(session)).isFalse();
    }

    @Test
    void loggingInAgainEndsTheSessionOfBefore() {
        var session = logIn("Sutton", Cast.PASSWORD, "").cookie("retinue");
        var next = Browser.visitor()
                .request()
                .cookie("retinue", session)
                .formParam("username", "Daniel Bates")
                .formParam("password", Cast.PASSWORD)
                .post("/login")
                .cookie("retinue");
        assertThat(next).isNotEqualTo(session);
        assertThat(isLoggedIn(session)).isFalse();
        assertThat(isLoggedIn(next)).isTrue();
    }

    @Test
    void theTableDoesNotHoldWhatLogsOneIn() {
        var token = logIn("Sutton", Cast.PASSWORD, "").cookie("retinue");
        var id = Transactions.ask(() -> Session.<Session>findAll().firstResult().id);
        assertThat(id).isNotEqualTo(token).hasSize(43);
        assertThat(isLoggedIn(id)).isFalse();
    }

    @Test
    void behindHttpsTheCookieIsForHttpsAlone() {
        var answer = Browser.visitor()
                .request()
                .header("X-Forwarded-Proto", "https")
                .formParam("username", "Sutton")
                .formParam("password", Cast.PASSWORD)
                .post("/login");
        var cookie = answer.detailedCookie("__Host-retinue");
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.hasDomain()).isFalse();
        var https = Browser.visitor().request().header("X-Forwarded-Proto", "https");
        assertThat(https.cookie("__Host-retinue", cookie.getValue()).get("/").asString())
                .contains("Log out");
    }

    @Test
    void aSignedInPageIsForNobodyElse() {
        assertThat(Browser.of("Sutton").request().get("/").header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @Test
    void onePostLogsOut() {
        var answer = Browser.of("Sutton").post("/logout");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cookie(answer).getMaxAge()).isZero();
        assertThat(cookie(answer).getValue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "AAAA", "%00"})
    void aBrokenCookieIsAVisitors(String value) {
        assertThat(as(value).statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(as(value).asString()).select("h1").text()).isEqualTo("A place to follow people");
    }

    @Test
    void theCookieOfARemovedMemberIsAVisitorsAndGoes() {
        var session = logIn("Priya", Cast.PASSWORD, "").cookie("retinue");
        Transactions.run(() -> User.named("Priya").orElseThrow().delete());
        var answer = as(session);
        assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isEqualTo("A place to follow people");
        assertThat(cookie(answer).getMaxAge()).isZero();
        var post = Browser.visitor().request().cookie("retinue", session).post("/@Sutton/follow");
        assertThat(post.header("Location")).isEqualTo("/login?back=%2F%40Sutton");
        assertThat(Browser.visitor().after(post).select("#notice").text()).startsWith("That was not done");
    }

    /** The token of a log-in so long ago, since when nobody was there. */
    private static String sessionAged(Duration age) {
        var session = logIn("Sutton", Cast.PASSWORD, "").cookie("retinue");
        Transactions.run(() ->
                Session.update("seenAt = ?1, createdAt = ?1", Instant.now().minus(age)));
        return session;
    }

    private static Cookie cookie(Response answer) {
        return answer.detailedCookie("retinue");
    }

    private static boolean isLoggedIn(String session) {
        return as(session).asString().contains("Log out");
    }

    private static Response as(String session) {
        return Browser.visitor().request().cookie("retinue", session).get("/");
    }

    private static Response logIn(String username, String password, String back) {
        return Browser.visitor().submit("/login", Map.of("username", username, "password", password, "back", back));
    }
}
