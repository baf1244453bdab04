package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sutton does not hear of what Daniel does. */
@QuarkusTest
class MuteTest extends RetinueTest {

    private static final String DANIEL = "/@Daniel_Bates";

    private Browser sutton;

    @BeforeEach
    void suttonFollowsDaniel() {
        sutton = Browser.of("Sutton");
        cast.follow("Sutton", "Daniel Bates");
    }

    @Test
    void whoIsMutedIsFollowedAsBefore() {
        mute(0);
        var page = sutton.page(DANIEL);
        assertThat(page.select(".badge").text()).isEqualTo("Muted");
        assertThat(page.select(".actions > form button").text()).isEqualTo("Unfollow Daniel Bates");
        assertThat(sutton.page("/@Sutton/following").select(".person a").text()).isEqualTo("Daniel Bates");
        assertThat(Browser.of("Daniel Bates")
                        .page("/@Sutton")
                        .select(".badge, .asks")
                        .text())
                .isEqualTo("Follows you");
    }

    @Test
    void whatAMutedOneDoesIsLeftOut() {
        cast.follow("Daniel Bates", "Mira");
        assertThat(sutton.page("/@Mira").select(".known").text()).isEqualTo("Followed by Daniel Bates");
        mute(0);
        assertThat(sutton.page("/@Mira").select(".known")).isEmpty();
        cast.seemFollowedByMany("Mira");
        assertThat(sutton.page("/@Mira").select(".known")).isEmpty();
        assertThat(sutton.page("/").select(".person a").text()).doesNotContain("Daniel");
        assertThat(Browser.visitor().page("/").select(".person a").text()).contains("Daniel");
    }

    @Test
    void whoIsMutedIsMarkedInLists() {
        cast.follow("Mira", "Daniel Bates");
        mute(0);
        assertThat(sutton.page("/@Sutton/following").select(".person p").text()).endsWith("· muted");
        assertThat(Browser.of("Mira")
                        .page("/@Sutton/following")
                        .select(".person p")
                        .text())
                .doesNotContain("muted");
    }

    @Test
    void aMuteEndsByItself() {
        mute(7);
        assertThat(sutton.page("/settings/muted").select(".person p").text()).contains("until");
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update mutes set until = now() - interval '1 second'")
                .executeUpdate());
        assertThat(sutton.page(DANIEL).select(".badge")).isEmpty();
        assertThat(sutton.page("/settings/muted").select(".person")).isEmpty();
    }

    @Test
    void aMuteWithoutEndIsUndone() {
        mute(0);
        assertThat(sutton.page("/settings/muted").select(".person p").text()).contains("until you undo it");
        sutton.postAndSee(DANIEL + "/unmute");
        assertThat(sutton.page(DANIEL).select(".badge")).isEmpty();
    }

    @Test
    void mutingAgainChangesTheEndAndKeepsTheDate() {
        mute(1);
        var since = Transactions.ask(() -> Mute.<Mute>findAll().firstResult().timestamp);
        mute(0);
        var mute = Transactions.ask(() -> Mute.<Mute>findAll().<Mute>firstResult());
        assertThat(mute.timestamp).isEqualTo(since);
        assertThat(mute.until).isNull();
    }

    private void mute(int days) {
        assertThat(sutton.submit(DANIEL + "/mute", Map.of("days", "" + days)).statusCode())
                .isEqualTo(303);
    }
}
