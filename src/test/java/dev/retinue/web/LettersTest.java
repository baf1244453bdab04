package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One letter beyond ASCII makes a page take twice the room while it is written, or to be gone through letter by letter to be sent. */
@QuarkusTest
class LettersTest extends RetinueTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/@Daniel_Bates", "/@Daniel_Bates/followers", "/@Sutton/following", "/history"})
    void onlyWhatPeopleWriteTakesMoreThanAByteALetter(String page) {
        Browser.of("Daniel Bates").post("/@Sutton/follow");
        assertThat(Browser.of("Sutton").request().get(page).asString()).matches("\\p{ASCII}*");
        assertThat(Browser.visitor().request().get(page).asString()).matches("\\p{ASCII}*");
    }
}
