package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SessionTest extends RetinueTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static final String SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @Inject
    Statements statements;

    @Test
    void aMemberSeesWhereTheyAreLoggedIn() {
        logIn("Daniel Bates", FIREFOX);
        logIn("Sutton", FIREFOX);
        var phone = logIn("Sutton", SAFARI);
        var places = page(phone).select(".person");
        assertThat(places.eachText())
                .hasSize(2)
                .anySatisfy(place -> assertThat(place).startsWith("Mobile Safari on iOS This browser Last seen"))
                .anySatisfy(place -> assertThat(place).startsWith("Firefox on Linux Last seen"));
        assertThat(places.select("form")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "<script>alert(1)</script>"})
    void whatSaysNothingKnownOfItselfIsADevice(String userAgent) {
        assertThat(new Device(userAgent).inWords()).isEqualTo("A device that does not say what it is");
    }

    @Test
    void oneIsEndedAndTheOthersGoOn() {
        var laptop = logIn("Sutton", FIREFOX);
        var phone = logIn("Sutton", SAFARI);
        var id = page(phone).select("input[name=id]").val();
        var answer = with(phone, Map.of("id", id), "/settings/sessions/end");
        assertThat(answer.header("Location")).isEqualTo("/settings/sessions");
        assertThat(isLoggedIn(laptop)).isFalse();
        assertThat(isLoggedIn(phone)).isTrue();
        var again = with(phone, Map.of("id", id), "/settings/sessions/end");
        assertThat(Browser.with(phone).after(again).select("#notice").text()).isEqualTo("Nothing has changed.");
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        var laptop = logIn("Sutton", FIREFOX);
        logIn("Sutton", SAFARI);
        var id = page(laptop).select("input[name=id]").val();
        with(logIn("Mira", FIREFOX), Map.of("id", id), "/settings/sessions/end");
        assertThat(page(laptop).select(".person")).hasSize(2);
    }

    @Test
    void allOthersAreEndedAtOnce() {
        var laptop = logIn("Sutton", FIREFOX);
        var mira = logIn("Mira", FIREFOX);
        var phone = logIn("Sutton", SAFARI);
        with(phone, Map.of(), "/settings/sessions/end-others");
        assertThat(isLoggedIn(laptop)).isFalse();
        assertThat(isLoggedIn(phone)).isTrue();
        assertThat(isLoggedIn(mira)).isTrue();
        assertThat(page(phone).select("form[action$=end-others]")).isEmpty();
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        var laptop = logIn("Sutton", FIREFOX);
        var phone = logIn("Sutton", SAFARI);
        var answer = change(phone, Cast.PASSWORD, "another good one");
        assertThat(answer.header("Location")).isEqualTo("/settings/password");
        assertThat(isLoggedIn(laptop)).isFalse();
        assertThat(isLoggedIn(phone)).isTrue();
        assertThat(logInAnswer("Sutton", "another good one", FIREFOX).statusCode())
                .isEqualTo(303);
        assertThat(logInAnswer("Sutton", Cast.PASSWORD, FIREFOX).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "wrong horse, another good one, current, That is not your password.",
        "correct horse, short, password, A password has 8 to 128 characters.",
        "correct horse, sutton123, password, That password is too much like the username. Choose another."
    })
    void aPasswordThatCannotBeIsSaidToBe(String current, String password, String field, String sentence) {
        var laptop = logIn("Sutton", FIREFOX);
        var phone = logIn("Sutton", SAFARI);
        var answer = change(phone, current, password);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString())
                        .select("#" + field + "-problem")
                        .text())
                .isEqualTo(sentence);
        assertThat(isLoggedIn(laptop)).isTrue();
    }

    @Test
    void whoLeavesIsLoggedOutEverywhereAlsoAfterComingBack() {
        var laptop = logIn("Sutton", FIREFOX);
        with(logIn("Sutton", SAFARI), Map.of(), "/settings/account/deactivate");
        assertThat(isLoggedIn(logIn("Sutton", SAFARI))).isTrue();
        assertThat(isLoggedIn(laptop)).isFalse();
    }

    @Test
    void aSessionTakesNoStatementOfItsOwn() {
        var session = logIn("Sutton", FIREFOX);
        assertThat(statements.during(() -> request(session).get("/settings/appearance")))
                .isEqualTo(1);
    }

    private static Document page(String session) {
        return Jsoup.parse(request(session).get("/settings/sessions").asString());
    }

    private static boolean isLoggedIn(String session) {
        return request(session).get("/settings/sessions").statusCode() == 200;
    }

    private static Response change(String session, String current, String password) {
        return with(session, Map.of("current", current, "password", password), "/settings/password");
    }

    private static Response with(String session, Map<String, String> fields, String path) {
        return request(session).formParams(fields).post(path);
    }

    private static RequestSpecification request(String session) {
        return Browser.visitor().request().urlEncodingEnabled(true).cookie("retinue", session);
    }

    private static String logIn(String username, String userAgent) {
        return logInAnswer(username, Cast.PASSWORD, userAgent).cookie("retinue");
    }

    private static Response logInAnswer(String username, String password, String userAgent) {
        return Browser.visitor()
                .request()
                .header("User-Agent", userAgent)
                .formParam("username", username)
                .formParam("password", password)
                .post("/login");
    }
}
