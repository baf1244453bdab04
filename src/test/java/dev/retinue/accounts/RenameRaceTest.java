package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Daniel Bates takes another name at the moment when he, or somebody else, takes one too. */
@QuarkusTest
class RenameRaceTest extends RetinueTest {

    private Browser daniel;

    @Test
    void twoWhoTakeTheSameNameAtOnceDoNotBothGetIt() {
        for (var round = 0; round < 5; round++) {
            weAreInANewWorld();
            var won = List.of(daniel, Browser.of("Sutton")).parallelStream()
                    .filter(browser -> rename(browser, "Robin").statusCode() == 303)
                    .count();
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void whoSavesTwiceAtOnceHasTheNameOnce() {
        for (var round = 0; round < 5; round++) {
            weAreInANewWorld();
            assertThat(atOnce(List.of(() -> rename(daniel, "Dan"), () -> rename(daniel, "Dan"))))
                    .extracting(Response::statusCode)
                    .containsOnly(303);
        }
    }

    @Test
    void whoTakesTwoNamesAtOnceGetsOneAndLearnsWhenTheNextIsPossible() {
        for (var round = 0; round < 5; round++) {
            weAreInANewWorld();
            var answers = atOnce(List.of(() -> rename(daniel, "Dan"), () -> rename(daniel, "Danny")));
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(303, 422);
            var refused = answers.stream().filter(answer -> answer.statusCode() == 422);
            assertThat(problem(refused.findFirst().orElseThrow())).startsWith("You can take another name from");
        }
    }

    @Test
    void aNameThatIsGivenUpThisMomentIsNotGivenAway() {
        var form = Map.of("username", "Daniel Bates", "password", "a long password");
        for (var round = 0; round < 5; round++) {
            weAreInANewWorld();
            var answers = atOnce(List.of(
                    () -> rename(daniel, "Dan"),
                    () -> rename(Browser.of("Sutton"), "Daniel Bates"),
                    () -> Browser.visitor().submit("/signup", form)));
            assertThat(answers).extracting(Response::statusCode).containsExactly(303, 422, 422);
        }
    }

    private void weAreInANewWorld() {
        cast.enter();
        daniel = Browser.of("Daniel Bates");
    }

    private static List<Response> atOnce(List<Supplier<Response>> requests) {
        var sent = requests.stream().map(CompletableFuture::supplyAsync).toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static Response rename(Browser browser, String name) {
        return browser.submit("/settings/username", Map.of("username", name));
    }

    private static String problem(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.asString()).select(".problem").text();
    }
}
