package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The address at which whoever runs the site reaches a member. */
@QuarkusTest
class EmailTest extends RetinueTest {

    private static final String ACCOUNT = "/settings/account";

    @Test
    void aMemberChangesItAndTakesItBack() {
        change("sutton@example.org");
        assertThat(shown()).isEqualTo("sutton@example.org");
        change(" ");
        assertThat(shown()).isEmpty();
        assertThat(Transactions.ask(() -> User.named("Sutton").orElseThrow().email))
                .isNull();
    }

    @Test
    void whatIsNoneIsSaidSoAndStaysInTheField() {
        var answer = Browser.of("Sutton").submit(ACCOUNT + "/email", Map.of("email", "nonsense"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("#email").val()).isEqualTo("nonsense");
        assertThat(page.select("#email-problem").text()).isEqualTo("That is not an email address.");
        assertThat(shown()).isEmpty();
    }

    private static void change(String email) {
        Browser.of("Sutton")
                .submit(ACCOUNT + "/email", Map.of("email", email))
                .then()
                .statusCode(303)
                .header("Location", ACCOUNT);
    }

    private static String shown() {
        return Browser.of("Sutton").page(ACCOUNT).select("#email").val();
    }
}
