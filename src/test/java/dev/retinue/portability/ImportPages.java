package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;

/** Sutton brings people along. Priya's account is private. */
abstract class ImportPages extends RetinueTest {

    static final String HEADER = "Account address,Show boosts,Notify on new posts,Languages\n";

    @Inject
    Imports imports;

    Browser sutton;

    @BeforeEach
    void suttonIsLoggedIn() {
        Transactions.run(() -> user("Priya").privateSince = Instant.now());
        sutton = Browser.of("Sutton");
    }

    Document sent(String file) {
        return sent("following.csv", file, "", false);
    }

    Document sent(String name, String file, String kind, boolean overwrite) {
        assertThat(send(name, file.getBytes(UTF_8), kind, overwrite).header("Location"))
                .isEqualTo(SettingsPaths.IMPORT);
        return sutton.page(SettingsPaths.IMPORT);
    }

    void refused(String name, String file, String sentence) {
        assertThat(refusal(send(name, file.getBytes(UTF_8), "", false))).isEqualTo(sentence);
    }

    static String refusal(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.asString()).select("#file-problem").text();
    }

    Response send(String name, byte[] file, String kind, boolean overwrite) {
        return sutton.request()
                .multiPart("file", name, file, "text/csv")
                .multiPart("kind", kind)
                .multiPart("overwrite", String.valueOf(overwrite))
                .post(SettingsPaths.IMPORT);
    }

    Document carriedOut() {
        start();
        imports.run();
        return sutton.page(SettingsPaths.IMPORT);
    }

    Response start() {
        return press("start", mark());
    }

    /** What tells the file that is there from others. */
    String mark() {
        return sutton.page(SettingsPaths.IMPORT)
                .select("input[name=file]")
                .first()
                .val();
    }

    /** The button of a page that showed the file of that mark. */
    Response press(String button, String mark) {
        var answer = sutton.submit(SettingsPaths.IMPORT + "/" + button, Map.of("file", mark));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    Iterable<String> following() {
        return sutton.page("/@Sutton/following").select(".person a").eachText();
    }

    static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
