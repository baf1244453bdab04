package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import dev.retinue.users.PasswordHash;
import dev.retinue.users.User;
import dev.retinue.web.Busy;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordTest extends RetinueTest {

    @Inject
    Statements statements;

    @ParameterizedTest
    @ValueSource(
            strings = {"пароль из слов", "阿部さくら阿部さくら", "🐎🔋📎🐎🔋📎🐎🔋", "        ", " correct horse ", "a{b}'c\"<d>"
            })
    void aPasswordIsOfAnyCharacters(String password) {
        assertThat(signUp("Lena", password).statusCode()).isEqualTo(303);
        assertThat(logIn("Lena", password).statusCode()).isEqualTo(303);
        assertThat(logIn("Lena", password + "x").statusCode()).isEqualTo(422);
    }

    @Test
    void everyPasswordFieldIsMaskedAndOpenToPasswordManagers() {
        for (var path : List.of("/login", "/signup", "/settings/password", "/settings/account/delete")) {
            var browser = path.startsWith("/settings") ? Browser.of("Sutton") : Browser.visitor();
            var fields = browser.page(path).select("input[name=password], input[name=current]");
            assertThat(fields).as(path).isNotEmpty().allSatisfy(field -> {
                assertThat(field.attr("type")).isEqualTo("password");
                assertThat(field.attr("autocomplete")).isIn("current-password", "new-password");
                assertThat(field.attributes().asList())
                        .extracting("key")
                        .doesNotContain("onpaste", "readonly", "maxlength");
            });
        }
    }

    @Test
    void nothingIsAskedThatOthersCouldKnow() {
        assertThat(Browser.visitor().page("/signup").select("form[action=/signup] input"))
                .extracting(field -> field.attr("name"))
                .containsExactly("username", "password", "email", "back");
    }

    @Test
    void ofALongPasswordEveryCharacterCounts() {
        var start = "x".repeat(100);
        signUp("Lena", start + "y");
        assertThat(logIn("Lena", start + "y").statusCode()).isEqualTo(303);
        assertThat(logIn("Lena", start + "z").statusCode()).isEqualTo(422);
    }

    @Test
    void anAccentIsTheSameHoweverItIsTyped() {
        signUp("Lena", "cafe\u0301 cafe\u0301");
        assertThat(logIn("Lena", "caf\u00e9 caf\u00e9").statusCode()).isEqualTo(303);
    }

    @Test
    void aPasswordThatWasHashedAnotherWayIsHashedAnewAtLogIn() {
        keep("Sutton", BcryptUtil.bcryptHash(Cast.PASSWORD, 10));
        assertThat(logIn("Sutton", "wrong horse").statusCode()).isEqualTo(422);
        assertThat(kept("Sutton")).startsWith("$2a$10$");
        var device =
                logIn("Sutton", Cast.PASSWORD).then().statusCode(303).extract().cookie("retinue-device");
        assertThat(kept("Sutton")).startsWith("$2a$12$");
        var parts = device.split("\\.", 2);
        assertThat(new KnownDevice(parts[0], parts[1])
                        .isOf(Transactions.ask(() -> User.named("Sutton").orElseThrow())))
                .isTrue();
        assertThat(logIn("Sutton", Cast.PASSWORD).statusCode()).isEqualTo(303);
    }

    /** A change ends all sessions, and whoever knew the old one has none afterwards. */
    @Test
    void aLogInThatBeganBeforeThePasswordWasChangedIsNone() {
        for (var hash : List.of(kept("Sutton"), BcryptUtil.bcryptHash(Cast.PASSWORD, 10))) {
            keep("Sutton", hash);
            var answer = Transactions.ask(() -> {
                User.named("Sutton").orElseThrow().setPasswordHash(PasswordHash.of("another horse"));
                var asked = CompletableFuture.supplyAsync(() -> logIn("Sutton", Cast.PASSWORD));
                Transactions.awaitSomeoneWaiting();
                return asked;
            });
            assertThat(answer.join().statusCode()).isEqualTo(422);
            assertThat(Transactions.count(() -> Session.count())).isZero();
            assertThat(Transactions.ask(
                            () -> User.named("Sutton").orElseThrow().password().matches("another horse")))
                    .isTrue();
        }
    }

    /** Whoever only knew the old one may have sent it. */
    @Test
    void aChangeByAPasswordThatIsChangedMeanwhileIsNone() {
        var answer = changedWhileItIsChangedTo("another horse", "a third horse");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("That is not your password.");
        assertThat(Transactions.ask(
                        () -> User.named("Sutton").orElseThrow().password().matches("another horse")))
                .isTrue();
    }

    @Test
    void aChangeThatIsSentTwiceIsDone() {
        assertThat(changedWhileItIsChangedTo("another horse", "another horse").statusCode())
                .isEqualTo(303);
    }

    private static Response changedWhileItIsChangedTo(String first, String second) {
        var sutton = Browser.of("Sutton");
        var answer = Transactions.ask(() -> {
            User.named("Sutton").orElseThrow().setPasswordHash(PasswordHash.of(first));
            var asked = CompletableFuture.supplyAsync(() -> sutton.request()
                    .formParams(Map.of("current", Cast.PASSWORD, "password", second))
                    .post("/settings/password"));
            Transactions.awaitSomeoneWaiting();
            return asked;
        });
        return answer.join();
    }

    @Test
    void twoWhoLogInAtOnceAreBothInThoughOneOfThemHashesThePasswordAnew() {
        keep("Sutton", BcryptUtil.bcryptHash(Cast.PASSWORD, 10));
        var threads = Executors.newFixedThreadPool(2);
        var both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> logIn("Sutton", Cast.PASSWORD), threads))
                .limit(2)
                .toList();
        assertThat(both)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(303));
        threads.shutdown();
    }

    @Test
    void anUnknownNameAsksTheDatabaseAsMuchAsAWrongPassword() {
        logIn("Sutton", "wrong horse");
        assertThat(statements.during(() -> logIn("Nobody", "wrong horse")))
                .isEqualTo(statements.during(() -> logIn("Sutton", "wrong horse")));
    }

    @Test
    void whoLogsInWhenTooManyDoIsToldToComeBackAndPagesAreRead() throws Exception {
        var processors = Runtime.getRuntime().availableProcessors();
        var end = new CountDownLatch(1);
        var flood = Executors.newCachedThreadPool();
        try {
            var hashed = new ExecutorCompletionService<Boolean>(flood);
            for (var i = 0; i < 12 * processors; i++) {
                hashed.submit(() -> PasswordHash.inTurn(() -> awaited(end)));
            }
            assertThatThrownBy(hashed.take()::get).hasCauseInstanceOf(Busy.class);
            var answer = logIn("Sutton", Cast.PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.asString()).contains("Too busy at the moment");
            assertThat(Browser.visitor().status("/@Sutton")).isEqualTo(200);
        } finally {
            end.countDown();
            flood.shutdown();
        }
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keep(String member, String hash) {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update users set password_hash = ?1 where username = ?2")
                .setParameter(1, hash)
                .setParameter(2, member)
                .executeUpdate());
    }

    private static String kept(String member) {
        return Transactions.ask(() -> (String) User.getEntityManager()
                .createNativeQuery("select password_hash from users where username = ?1")
                .setParameter(1, member)
                .getSingleResult());
    }

    private static Response signUp(String username, String password) {
        return Browser.visitor().submit("/signup", Map.of("username", username, "password", password));
    }

    private static Response logIn(String username, String password) {
        return Browser.visitor().submit("/login", Map.of("username", username, "password", password));
    }
}
