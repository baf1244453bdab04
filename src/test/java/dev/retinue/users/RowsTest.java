package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row of a list is written once for all who see the same, and for nobody else. */
@QuarkusTest
class RowsTest extends RetinueTest {

    private static final Pattern TAG = Pattern.compile("\\{#(\\w+)");

    @Inject
    Circle circle;

    @Inject
    Rows rows;

    private Browser mira;

    @BeforeEach
    void manyLookAtTheListsOfSutton() {
        mira = Browser.of("Mira");
        cast.seemFollowedByMany("Sutton");
        assertThat(Transactions.ask(() -> circle.seen("sutton").orElseThrow()).shared())
                .isTrue();
    }

    @Test
    void whoeverLooksAtTheSameListIsToldWhatIsBetweenThemAndEachPerson() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        Browser.of("Daniel Bates").postAndSee("/@Priya/follow");
        mira.postAndSee("/@Daniel_Bates/follow");
        mira.submit("/@Daniel_Bates/note", Map.of("note", "Met <b>in</b> Oslo"))
                .then()
                .statusCode(303);
        for (var again = 0; again < 2; again++) {
            assertThat(daniel(mira).text()).contains("Your note: Met <b>in</b> Oslo", "Unfollow Daniel Bates");
            assertThat(daniel(Browser.of("Priya")).text())
                    .contains("Follows you", "Follow back Daniel Bates")
                    .doesNotContain("Oslo");
            assertThat(daniel(Browser.visitor()).select("form, .badge, .note")).isEmpty();
            assertThat(daniel(Browser.of("Daniel Bates")).text())
                    .contains("You")
                    .doesNotContain("Follow");
        }
    }

    @Test
    void aRowIsShownAsItIsAfterEachChange() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        for (var again = 0; again < 2; again++) {
            assertThat(daniel(mira).select("button").text()).isEqualTo("Follow Daniel Bates");
            mira.postAndSee("/@Daniel_Bates/follow");
            assertThat(daniel(mira).select("button").text()).isEqualTo("Unfollow Daniel Bates");
            mira.postAndSee("/@Daniel_Bates/unfollow");
        }
    }

    @Test
    void whoTakesAnotherNameOrIsBlockedIsNotShownAsBefore() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        assertThat(daniel(mira).text()).contains("Daniel Bates");
        Browser.of("Daniel Bates")
                .submit("/settings/username", Map.of("username", "Dan"))
                .then()
                .statusCode(303);
        assertThat(daniel(mira).text()).contains("Dan").doesNotContain("Daniel Bates");
        mira.postAndSee("/@Dan/block");
        assertThat(daniel(mira)).isNull();
    }

    @Test
    void aRowIsWrittenOnceForAllWhoAreToldTheSame() {
        var mira = new Entry(new Circle.Row(3, "Mira", null, Instant.EPOCH, false, false), true, Relation.NONE);
        var alike = new Entry(new Circle.Row(3, "Mira", null, Instant.EPOCH, false, false), true, Relation.NONE);
        var written = rows.row(mira, "follows since");
        assertThat(rows.row(alike, "follows since")).isSameAs(written);
        assertThat(rows.row(alike, "member since")).isNotSameAs(written);
    }

    @Test
    void aButtonLeadsBackToTheListThatItIsIn() {
        Browser.of("Daniel Bates").postAndSee("/@Sutton/follow");
        for (var list : Set.of("/@Sutton/followers", "/@Sutton/followers?sort=oldest")) {
            var row = mira.page(list).selectFirst(".person");
            assertThat(row.select("[name=back]").val()).isEqualTo(list + "#" + row.id());
        }
    }

    @Test
    void whatIsKeptIsWrittenFromWhatItIsFoundByAlone() {
        assertThat(withTags("Rows/Row", new HashMap<>()))
                .containsKeys("tags/row", "tags/verb", "tags/moment")
                .allSatisfy((name, text) -> assertThat(text).doesNotContain("inject:", "cdi:", "{#include"));
    }

    private static Element daniel(Browser who) {
        return who.page("/@Sutton/followers").selectFirst(".person");
    }

    /** The text of that template, and of all whose tags it uses. */
    private static Map<String, String> withTags(String template, Map<String, String> found) {
        found.put(template, text(template));
        TAG.matcher(text(template))
                .results()
                .map(tag -> "tags/" + tag.group(1))
                .filter(tag -> isTemplate(tag) && !found.containsKey(tag))
                .forEach(tag -> withTags(tag, found));
        return found;
    }

    private static boolean isTemplate(String name) {
        return RowsTest.class.getResource(path(name)) != null;
    }

    private static String text(String name) {
        try (var template = RowsTest.class.getResourceAsStream(path(name))) {
            return new String(template.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String name) {
        return "/templates/" + name + ".html";
    }
}
