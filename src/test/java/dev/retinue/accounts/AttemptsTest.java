package dev.retinue.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.PasswordHash;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody guesses passwords, or makes accounts, from an address of the net for examples (RFC 5737, RFC 3849). */
@QuarkusTest
class AttemptsTest extends RetinueTest {

    private static final String GUESSER = "192.0.2.1";

    private static final String ELSEWHERE = "198.51.100.7";

    @Inject
    AttemptLimits limits;

    @ParameterizedTest
    @ValueSource(strings = {"Sutton", "nobody", ""})
    void whoGuessesTooOftenIsToldWhenToTryAgain(String username) {
        guess(username, GUESSER, limits.passwords());
        var answer = logIn(username, Cast.PASSWORD, GUESSER);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3 * 60);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select(".problem").text())
                .matches("There were too many wrong passwords\\. Please try again in [23] minutes\\.");
        assertThat(page.select("#username").val()).isEqualTo(username);
    }

    @Test
    void whatIsTriedAtOnceIsCountedAsOneAfterTheOther() {
        var statuses = IntStream.range(0, 2 * limits.passwords())
                .parallel()
                .mapToObj(i -> logIn("Sutton", "wrong", GUESSER).statusCode())
                .toList();
        assertThat(statuses.stream().filter(status -> status == 422)).hasSize(limits.passwords());
    }

    @Test
    void noStrangerKeepsAMemberFromLoggingInElsewhere() {
        guess("Sutton", GUESSER, limits.passwords() + 1);
        assertThat(logIn("Sutton", Cast.PASSWORD, ELSEWHERE).statusCode()).isEqualTo(303);
    }

    @Test
    void notEvenManyStrangersKeepAMemberFromLoggingInWhereTheyWereBefore() {
        var device = logIn("Sutton", Cast.PASSWORD, ELSEWHERE).cookie("retinue-device");
        guessFromEverywhere();
        assertThat(logIn("Sutton", Cast.PASSWORD, ELSEWHERE).statusCode()).isEqualTo(429);
        assertThat(logIn("Sutton", Cast.PASSWORD, ELSEWHERE, device).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aKnownBrowserIsKnownForItsMemberAndPasswordAlone() {
        var device = logIn("Mira", Cast.PASSWORD, ELSEWHERE).cookie("retinue-device");
        guessFromEverywhere();
        assertThat(logIn("Sutton", Cast.PASSWORD, ELSEWHERE, device).statusCode())
                .isEqualTo(429);
        var mira = Transactions.ask(() -> User.named("Mira").orElseThrow());
        var known = KnownDevice.of(mira);
        assertThat(known.isOf(mira)).isTrue();
        Transactions.run(() -> mira.setPasswordHash(PasswordHash.of("another long password")));
        assertThat(known.isOf(Transactions.ask(() -> User.named("Mira").orElseThrow())))
                .isFalse();
    }

    @Test
    void whoeverHasNoPasswordIsKnownOnNoBrowser() {
        var loaded = Transactions.ask(() -> User.named("Mira").orElseThrow());
        Transactions.run(() -> loaded.setPasswordHash(null));
        assertThat(KnownDevice.of(loaded).isOf(loaded)).isFalse();
    }

    @Test
    void aKnownBrowserHasItsOwnLimit() {
        var device = logIn("Sutton", Cast.PASSWORD, ELSEWHERE).cookie("retinue-device");
        for (var i = 0; i < limits.passwords(); i++) {
            assertThat(logIn("Sutton", "wrong", ELSEWHERE, device).statusCode()).isEqualTo(422);
        }
        assertThat(logIn("Sutton", Cast.PASSWORD, ELSEWHERE, device).statusCode())
                .isEqualTo(429);
    }

    @Test
    void whoLogsInHasNotTriedTooOften() {
        for (var i = 0; i <= limits.passwords(); i++) {
            assertThat(logIn("Sutton", Cast.PASSWORD, GUESSER).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void anAddressIsSlowedWhomeverItTries() {
        for (var i = 0; i < limits.passwordsFromAddress(); i++) {
            assertThat(logIn("member " + i, "wrong", "2001:db8::" + i).statusCode())
                    .isEqualTo(422);
        }
        assertThat(logIn("Sutton", Cast.PASSWORD, "2001:db8::ffff").statusCode())
                .isEqualTo(429);
        assertThat(logIn("Sutton", Cast.PASSWORD, "2001:db8:0:1::1").statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64",
        "unknown, unknown",
        "_hidden, _hidden"
    })
    void aNetworkIsOneAddressOfIpv4AndA64OfIpv6(String text, String network) {
        assertThat(Address.network(text)).isEqualTo(network);
    }

    @Test
    void anAddressMakesSoManyAccountsInAnHour() {
        for (var i = 0; i < limits.signUps(); i++) {
            assertThat(signUp("member " + i).statusCode()).isEqualTo(303);
        }
        var answer = signUp("one more");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select(".problem").text()).startsWith("There were too many new accounts from your network.");
        assertThat(page.select("#username").val()).isEqualTo("one more");
        assertThat(Transactions.ask(() -> User.named("one more"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/settings/password, current", "/settings/account/delete, password"})
    void whoFoundAnOpenBrowserDoesNotGuessThePasswordEither(String path, String field) {
        var browser = Browser.of("Sutton");
        for (var i = 0; i < limits.passwords(); i++) {
            assertThat(browser.submit(path, Map.of(field, "wrong")).statusCode())
                    .isEqualTo(422);
        }
        var answer = browser.submit(path, Map.of(field, Cast.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Jsoup.parse(answer.asString()).select("main").text())
                .contains("There were too many wrong passwords.");
        assertThat(browser.status("/")).isEqualTo(200);
    }

    @Test
    void bucketsThatAreFullAgainGo() {
        guess("Sutton", GUESSER, 1);
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update buckets set expires_at = 0")
                .executeUpdate());
        guess("Sutton", ELSEWHERE, 1);
        assertThat(Transactions.<Object>ask(() -> User.getEntityManager()
                        .createNativeQuery("select count(*) from buckets where expires_at = 0", Long.class)
                        .getSingleResult()))
                .isEqualTo(0L);
    }

    private void guessFromEverywhere() {
        for (var i = 0; i < limits.passwordsOfAccount(); i++) {
            logIn("Sutton", "wrong", "203.0.113." + i);
        }
    }

    private static void guess(String username, String address, int times) {
        IntStream.range(0, times).forEach(i -> logIn(username, "wrong", address));
    }

    private static Response logIn(String username, String password, String address, String... device) {
        var request = given().redirects().follow(false).header("X-Forwarded-For", address);
        List.of(device).forEach(value -> request.cookie("retinue-device", value));
        return request.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("username", username, "password", password))
                .post("/login");
    }

    private static Response signUp(String username) {
        return Browser.visitor().submit("/signup", Map.of("username", username, "password", "a long password of mine"));
    }
}
