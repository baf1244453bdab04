package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Daniel followed Sutton from the 1st to the 10th of March and again from the 20th on; Mira from the 5th to the 15th. */
@QuarkusTest
class PastListTest extends RetinueTest {

    @Inject
    Statements statements;

    private Browser sutton;

    @BeforeEach
    void whatHappened() {
        sutton = Browser.of("Sutton");
        happened("Daniel Bates", "Sutton", EventKind.FOLLOWED, "2026-03-01T10:00:00Z");
        happened("Mira", "Sutton", EventKind.FOLLOWED, "2026-03-05T23:59:59Z");
        happened("Daniel Bates", "Sutton", EventKind.UNFOLLOWED, "2026-03-10T10:00:00Z");
        happened("Mira", "Sutton", EventKind.REMOVED, "2026-03-15T00:00:00Z");
        happened("Daniel Bates", "Sutton", EventKind.ACCEPTED, "2026-03-20T10:00:00Z");
        happened("Sutton", "Priya", EventKind.FOLLOWED, "2026-03-02T10:00:00Z");
        happened("Sutton", "Priya", EventKind.SEVERED, "2026-03-04T10:00:00Z");
    }

    @Test
    void aListIsWhatItWasAtTheEndOfTheDay() {
        assertThat(followersOn("2026-02-28")).isEmpty();
        assertThat(followersOn("2026-03-01")).containsExactly("Daniel Bates");
        assertThat(followersOn("2026-03-05")).containsExactly("Mira", "Daniel Bates");
        assertThat(followersOn("2026-03-10")).containsExactly("Mira");
        assertThat(followersOn("2026-03-14")).containsExactly("Mira");
        assertThat(followersOn("2026-03-15")).isEmpty();
        assertThat(followersOn("2026-03-20")).containsExactly("Daniel Bates");
        assertThat(followersOn("2999-01-01")).containsExactly("Daniel Bates");
        assertThat(names("/@Sutton/following?on=2026-03-03")).containsExactly("Priya");
        assertThat(names("/@Sutton/following?on=2026-03-04")).isEmpty();
    }

    @Test
    void theDayIsSaidAndCanBeAnother() {
        var page = sutton.page("/@Sutton/followers?on=2026-03-05");
        assertThat(page.select("h1").text()).isEqualTo("Your followers on 5 Mar 2026");
        assertThat(page.select("#found").text()).startsWith("2 people at the end of that day (UTC).");
        assertThat(page.select("input[name=on]").val()).isEqualTo("2026-03-05");
        assertThat(page.select("form[action=/@Mira/follow]")).isEmpty();
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(sutton.page("/@Sutton/followers?on=2999-01-01")
                        .select("input[name=on]")
                        .val())
                .isEqualTo(today);
        assertThat(sutton.page("/@Sutton/followers").select("form input[name=on]"))
                .hasSize(1);
    }

    @Test
    void whoeverHasLeftSinceIsCountedAndNotNamed() {
        Transactions.run(() -> User.named("Mira").orElseThrow().deactivate());
        Transactions.run(() -> User.named("Daniel Bates").orElseThrow().delete());
        var page = sutton.page("/@Sutton/followers?on=2026-03-05");
        assertThat(page.select("#found").text()).startsWith("2 people");
        assertThat(page.select(".empty").text()).isEqualTo("Nobody of them is here any more.");
        assertThat(page.text()).doesNotContain("Mira").doesNotContain("Daniel");
    }

    /** Whom the list of today has, without what came after the day. */
    @Test
    void ofAListThatIsNearerToTodayWhatCameLaterIsTakenAway() {
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        cast.follow("Mira", "Sutton");
        cast.follow("Priya", "Sutton");
        cast.follow("Daniel Bates", "Sutton");
        Transactions.run(() -> User.named("Mira").orElseThrow().deactivate());
        happened("Priya", "Sutton", EventKind.UNFOLLOWED, yesterday.plusDays(1) + "T00:00:00Z");
        var page = sutton.page("/@Sutton/followers?on=" + yesterday);
        assertThat(page.select("#found").text()).startsWith("1 person at the end of that day");
    }

    @Test
    void whoeverBlocksIsNotNamed() {
        Transactions.run(() -> User.named("Mira")
                .orElseThrow()
                .with(User.named("Sutton").orElseThrow())
                .block());
        assertThat(followersOn("2026-03-05")).containsExactly("Daniel Bates");
    }

    @Test
    void whatIsUndoneWasNotThere() {
        happened("Priya", "Sutton", EventKind.FOLLOWED, "2026-03-06T10:00:00Z");
        happened("Priya", "Sutton", EventKind.UNFOLLOWED, "2026-03-06T10:01:00Z");
        happened("Priya", "Sutton", EventKind.FOLLOWED, "2026-03-06T10:02:00Z");
        assertThat(followersOn("2026-03-06")).containsExactly("Priya", "Mira", "Daniel Bates");
        assertThat(sutton.page("/@Sutton/followers?on=2026-03-06")
                        .select("#found")
                        .text())
                .startsWith("3 people");
    }

    @Test
    void onlyOnesOwnListsHaveAPast() {
        assertThat(sutton.status("/@Daniel_Bates/followers?on=2026-03-05")).isEqualTo(404);
        assertThat(Browser.visitor().status("/@Sutton/followers?on=2026-03-05")).isEqualTo(404);
        assertThat(sutton.page("/@Daniel_Bates/followers").select("input[name=on]"))
                .isEmpty();
    }

    @Test
    void whatIsNoDayIsASentence() {
        for (var written : List.of("yesterday", "2026-02-30", "2026-3-1")) {
            var answer = sutton.request().get("/@Sutton/followers?on=" + written);
            assertThat(answer.statusCode()).as(written).isEqualTo(422);
            assertThat(answer.asString()).contains("Write the day as year, month and day: 20");
        }
        assertThat(followersOn("%2B12026-03-01")).containsExactly("Daniel Bates");
        assertThat(followersOn("0001-01-01")).isEmpty();
    }

    @Test
    void aLongListGoesOnPageByPage() {
        Transactions.run(() -> User.getEntityManager().createNativeQuery("""
                insert into users (username, username_key, created_at)
                select 'Reader ' || n, 'reader_' || n, now() from generate_series(1, 100) n
                """).executeUpdate());
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("""
                insert into follow_events (follower_id, followed_id, kind, timestamp)
                select id, ?1, 'FOLLOWED', timestamptz '2026-03-07' from users where username like 'Reader %'
                """)
                .setParameter(1, id("Sutton"))
                .executeUpdate());
        var path = "/@Sutton/followers?on=2026-03-08";
        assertThat(statements.during(() -> sutton.page("/@Sutton/followers?on=2026-03-08")))
                .isEqualTo(3);
        var names = new ArrayList<String>();
        while (!path.isEmpty()) {
            var page = sutton.page(path);
            names.addAll(page.select(".person a").eachText());
            path = page.select("a[rel=next]").attr("href");
        }
        assertThat(names).hasSize(102).doesNotHaveDuplicates().endsWith("Mira", "Daniel Bates");
    }

    private List<String> followersOn(String day) {
        return names("/@Sutton/followers?on=" + day);
    }

    private List<String> names(String path) {
        return sutton.page(path).select(".person a").eachText();
    }

    private static void happened(String follower, String followed, EventKind kind, String time) {
        Transactions.run(() -> new FollowEvent(id(follower), id(followed), kind, Instant.parse(time)).persist());
    }

    private static long id(String name) {
        return Transactions.ask(() -> User.named(name).orElseThrow().id);
    }
}
