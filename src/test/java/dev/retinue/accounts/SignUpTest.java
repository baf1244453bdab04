package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignUpTest extends RetinueTest {

    @Test
    void afterSigningUpOneIsLoggedIn() {
        var answer = signUp("Lena Fischer", "long enough", "");
        assertThat(answer.statusCode()).isEqualTo(303);
        var home = Browser.visitor()
                .request()
                .cookie("retinue", answer.cookie("retinue"))
                .get("/");
        assertThat(Jsoup.parse(home.asString()).select("h1").text()).isEqualTo("Hello, Lena Fischer");
    }

    @Test
    void thePasswordIsKeptAsABcryptHashOfCost12() {
        signUp("Lena", "long enough", "");
        var hash = Transactions.ask(() -> User.getEntityManager()
                .createNativeQuery("select password_hash from users where username = 'Lena'")
                .getSingleResult());
        assertThat(hash).asString().matches("\\$2[aby]\\$12\\$.{53}");
    }

    @Test
    void onesEmailIsOptionalAndKept() {
        signUp("Lena", "long enough", " lena@example.org ");
        var email = Transactions.ask(() -> User.named("Lena").orElseThrow().email);
        assertThat(email).isEqualTo("lena@example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | long enough | '' | username | Choose a username.",
                "a/b | long enough | '' | username | Use letters, digits, spaces and _ - . in a username, and nothing else.",
                "Sutt\u043en | long enough | '' | username | Letters of these scripts look alike, and together they can pass for another name. Use one of them.",
                "Lena | short | '' | password | A password has 8 to 128 characters.",
                "Lena Fischer | lena_fischer | '' | password | That password is too much like the username. Choose another.",
                "Lena Fischer | Lena Fischer 77 | '' | password | That password is too much like the username. Choose another.",
                "Lena | Retinue2026 | '' | password | That password is among the first that others would try. Choose another.",
                "Lena | 1QAZ2wsx | '' | password | That password is among the first that others would try. Choose another.",
                "Lena | long enough | nonsense | email | That is not an email address.",
                "sutton | long enough | '' | username | The username sutton is taken. Choose another.",
                "DANIEL_BATES | long enough | '' | username | The username DANIEL_BATES is taken. Choose another.",
                "Ｄａｎｉｅｌ　Ｂａｔｅｓ | long enough | '' | username | The username Ｄａｎｉｅｌ　Ｂａｔｅｓ is taken. Choose another."
            })
    void aBadFormComesBackWithWhatWasTypedAndWhatIsWrong(
            String username, String password, String email, String field, String sentence) {
        var answer = signUp(username, password, email);
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("#" + field + "-problem").text()).isEqualTo(sentence);
        assertThat(page.select("#" + field).attr("aria-describedby")).contains(field + "-problem");
        assertThat(page.select("#username").val()).isEqualTo(username);
        assertThat(page.select("#email").val()).isEqualTo(email);
        assertThat(page.select("#password").val()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007b", "a\u202Eb", "a\u2066b"})
    void controlAndBidiCharactersAreRefused(String username) {
        assertThat(signUp(username, "long enough", "").statusCode()).isEqualTo(422);
    }

    @Test
    void aNameOf121CharactersIsRefusedAndAPasswordOf129Too() {
        assertThat(problems(signUp("a".repeat(121), "long enough", ""))
                        .select(".problem")
                        .text())
                .isEqualTo("A username has at most 120 characters.");
        assertThat(signUp("Lena", "é".repeat(129), "").statusCode()).isEqualTo(422);
        assertThat(signUp("Lena", "é".repeat(128), "").statusCode()).isEqualTo(303);
    }

    @Test
    void aFormWithoutFieldsComesBack() {
        assertThat(Browser.visitor().post("/signup").statusCode()).isEqualTo(422);
    }

    @Test
    void whatTheFormDoesNotAskForIsNotTaken() {
        var fields = new HashMap<>(Map.of("username", "Lena", "password", "long enough"));
        for (var name : List.of("id", "role", "createdAt", "bio", "avatar", "suspendedSince", "privateSince")) {
            fields.put(name, "1");
        }
        assertThat(Browser.visitor().submit("/signup", fields).statusCode()).isEqualTo(303);
        var lena = Transactions.ask(() -> User.named("Lena").orElseThrow());
        assertThat(lena.id).isNotEqualTo(1);
        assertThat(lena.bio).isEmpty();
        assertThat(lena.avatar).isNull();
        assertThat(lena.isPrivate()).isFalse();
    }

    @Test
    void anEmailIsOnNoPage() {
        var lena =
                Browser.with(signUp("Lena", "long enough", "lena@example.org").cookie("retinue"));
        cast.follow("Lena", "Sutton");
        for (var page : List.of("/@Lena", "/@Sutton/followers", "/", "/@Lena/feed.atom")) {
            assertThat(lena.request().get(page).asString()).contains("Lena").doesNotContain("example.org");
            assertThat(Browser.of("Sutton").request().get(page).asString()).doesNotContain("example.org");
        }
    }

    @Test
    void ofManyWhoWantOneNameAtOnceOneGetsIt() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        var answers = threads.invokeAll(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        i -> () -> signUp("Lena", "long enough", "").statusCode())
                .toList());
        threads.shutdown();
        var statuses = List.of(
                answers.get(0).get(),
                answers.get(1).get(),
                answers.get(2).get(),
                answers.get(3).get());
        assertThat(statuses).containsExactlyInAnyOrder(303, 422, 422, 422);
    }

    @Test
    void signingUpLeadsBackToThePageOneCameFrom() {
        var form = Browser.visitor().page("/signup?back=%2F%40Daniel_Bates");
        assertThat(form.select("input[name=back]").val()).isEqualTo("/@Daniel_Bates");
        assertThat(Browser.visitor()
                        .request()
                        .urlEncodingEnabled(true)
                        .formParam("username", "Lena")
                        .formParam("password", "long enough")
                        .formParam("back", "/@Daniel_Bates")
                        .post("/signup")
                        .header("Location"))
                .isEqualTo("/@Daniel_Bates");
    }

    private static Document problems(Response answer) {
        return Jsoup.parse(answer.asString());
    }

    private static Response signUp(String username, String password, String email) {
        return Browser.visitor().submit("/signup", Map.of("username", username, "password", password, "email", email));
    }
}
