package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one can leave out of a list, and in which order it is shown. */
@QuarkusTest
class ListChoicesTest extends RetinueTest {

    private static final String LIST = "/@Sutton/followers";

    @Inject
    Statements statements;

    private final Browser visitor = Browser.visitor();

    @BeforeEach
    void someFollowSutton() {
        for (var name : List.of("阿部 さくら", "Élodie Marchand", "Noor-1")) {
            cast.user(name);
        }
        for (var name : List.of("Daniel Bates", "阿部 さくら", "Mira", "Élodie Marchand", "Priya", "Noor-1")) {
            cast.follow(name, "Sutton");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "newest, Noor-1|Priya|Élodie Marchand|Mira|阿部 さくら|Daniel Bates",
        "oldest, Daniel Bates|阿部 さくら|Mira|Élodie Marchand|Priya|Noor-1",
        "name, Daniel Bates|Mira|Noor-1|Priya|Élodie Marchand|阿部 さくら",
        "nonsense, Noor-1|Priya|Élodie Marchand|Mira|阿部 さくら|Daniel Bates"
    })
    void aListIsSortedAsAskedFor(String sort, String names) {
        assertThat(names(visitor.page(LIST + "?sort=" + sort))).containsExactly(names.split("\\|"));
    }

    @Test
    void peopleTheViewerFollowsComeFirstWhereAskedFor() {
        cast.follow("Mira", "Daniel Bates");
        cast.follow("Mira", "Élodie Marchand");
        assertThat(names(Browser.of("Mira").page(LIST + "?sort=known")))
                .containsExactly("Élodie Marchand", "Daniel Bates", "Noor-1", "Priya", "Mira", "阿部 さくら");
    }

    @Test
    void somebodyElsesListCanBeOnlyThoseTheViewerFollows() {
        cast.follow("Mira", "Daniel Bates");
        var page = Browser.of("Mira").page(LIST + "?show=known");
        assertThat(names(page)).containsExactly("Daniel Bates");
        assertThat(page.select("h1").text()).isEqualTo("Followers of Sutton whom you follow");
        assertThat(page.select("select[name=show] option").eachText()).containsExactly("Everyone", "People you follow");
    }

    @Test
    void onesOwnListCanBeOnlyMutualsOrOneWay() {
        cast.follow("Sutton", "Mira");
        cast.user("Jonas");
        cast.follow("Sutton", "Jonas");
        var sutton = Browser.of("Sutton");
        assertThat(names(sutton.page(LIST + "?show=mutual"))).containsExactly("Mira");
        assertThat(names(sutton.page(LIST + "?show=one-way"))).hasSize(5).doesNotContain("Mira");
        assertThat(names(sutton.page("/@Sutton/following?show=mutual"))).containsExactly("Mira");
        assertThat(names(sutton.page("/@Sutton/following?show=one-way"))).containsExactly("Jonas");
        assertThat(sutton.page(LIST + "?show=one-way").select("h1").text())
                .isEqualTo("Followers of Sutton not followed back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show=mutual", "show=known", "sort=known", "show=one-way&sort=known"})
    void whatNeedsAViewerIsLeftOutForVisitors(String choice) {
        assertThat(names(visitor.page(LIST + "?" + choice))).isEqualTo(names(visitor.page(LIST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=newest",
                "sort=oldest",
                "sort=name",
                "sort=known",
                "q=fan",
                "q=fan&sort=name",
                "q=f&sort=known",
                "show=one-way&sort=name",
                "show=one-way"
            })
    void everyPageOfEveryOrderLeadsOnAndBack(String choices) {
        crowd(95);
        var sutton = Browser.of("Sutton");
        var pages = new ArrayList<List<String>>();
        var next = LIST + "?" + choices;
        var last = next;
        while (!next.isEmpty()) {
            last = next;
            var page = sutton.page(next);
            pages.add(names(page));
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(90);
        Collections.reverse(pages);
        assertThat(backwards(sutton, last)).isEqualTo(pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=fan", "?q=fan&sort=known", "?sort=name&show=mutual", "?show=one-way"})
    void noChoiceNeedsMoreStatements(String choices) {
        crowd(5);
        var sutton = Browser.of("Sutton");
        assertThat(statements.during(() -> visitor.page(LIST + choices))).isLessThanOrEqualTo(2);
        assertThat(statements.during(() -> sutton.page(LIST + choices))).isLessThanOrEqualTo(3);
    }

    private static List<List<String>> backwards(Browser browser, String last) {
        var pages = new ArrayList<List<String>>();
        for (var previous = last; !previous.isEmpty(); ) {
            var page = browser.page(previous);
            pages.add(names(page));
            previous = page.select("a[rel=prev]").attr("href");
        }
        return pages;
    }

    /** Of them, every tenth is followed back. */
    private void crowd(int size) {
        IntStream.range(0, size).forEach(i -> {
            cast.user("fan " + i);
            cast.follow("fan " + i, "Sutton");
            if (i % 10 == 0) {
                cast.follow("Sutton", "fan " + i);
            }
        });
    }

    private static List<String> names(Document page) {
        return page.select(".person a").eachText();
    }
}
