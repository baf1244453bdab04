package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LogInTest extends RetinueTest {

    @ParameterizedTest
    @ValueSource(strings = {"Daniel Bates", "daniel_bates", " DANIEL BATES ", "Ｄａｎｉｅｌ　Ｂａｔｅｓ"})
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
    void theCookieIsForThisSiteAloneAndLasts30Days() {
        var cookie = cookie(logIn("Sutton", Cast.PASSWORD, ""));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(30 * 24 * 60 * 60);
        assertThat(cookie.isSecured()).isFalse();
    }

    @Test
    void aVisitADayLaterBeginsThe30DaysAnew() {
        assertThat(as(sessionAged(Duration.ofHours(23))).cookies()).isEmpty();
        assertThat(cookie(as(sessionAged(Duration.ofHours(25)))).getMaxAge()).isEqualTo(30 * 24 * 60 * 60);
        assertThat(Jsoup.parse(as(sessionAged(Duration.ofDays(31))).asString())
                        .select("h1")
                        .text())
                .isEqualTo("A place to follow people");
    }

    @Test
    void behindHttpsTheCookieIsForHttpsAlone() {
        var answer = Browser.visitor()
                .request()
                .header("X-Forwarded-Proto", "https")
                .formParam("username", "Sutton")
                .formParam("password", Cast.PASSWORD)
                .post("/login");
        assertThat(cookie(answer).isSecured()).isTrue();
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
    }

    /** What a log-in of so long ago left in the browser of the member with id 1. */
    private static String sessionAged(Duration age) {
        var key = ConfigProvider.getConfig().getValue("retinue.session-key", String.class);
        var left = Duration.ofDays(30).minus(age).toMillis();
        var sent = new AtomicReference<String>();
        var context = (RoutingContext) Proxy.newProxyInstance(
                RoutingContext.class.getClassLoader(), new Class<?>[] {RoutingContext.class}, (proxy, method, args) -> {
                    sent.set(((io.vertx.core.http.Cookie) args[0]).getValue());
                    return proxy;
                });
        new PersistentLoginManager(key, "retinue", left, 0, true, "LAX", "/", 0, null)
                .save("1", context, "retinue", null, false);
        return sent.get();
    }

    private static Cookie cookie(Response answer) {
        return answer.detailedCookie("retinue");
    }

    private static Response as(String session) {
        return Browser.visitor().request().cookie("retinue", session).get("/");
    }

    private static Response logIn(String username, String password, String back) {
        return Browser.visitor()
                .request()
                .urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("username", username)
                .formParam("password", password)
                .formParam("back", back)
                .post("/login");
    }
}
