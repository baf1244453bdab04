package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How somebody is found in a list. */
@QuarkusTest
class FindTest extends RetinueTest {

    private static final String LIST = "/@Sutton/followers";

    private final Browser visitor = Browser.visitor();

    @BeforeEach
    void someFollowSutton() {
        Stream.of("阿部 さくら", "Élodie Marchand", "Noor-1", "Владимир Петров").forEach(name -> {
            cast.user(name);
            cast.follow(name, "Sutton");
        });
        Stream.of("Daniel Bates", "Mira", "Priya").forEach(name -> cast.follow(name, "Sutton"));
    }

    @ParameterizedTest
    @CsvSource({
        "dan, Daniel Bates",
        "DANIEL BATES, Daniel Bates",
        "@daniel_bates, Daniel Bates",
        "bat, Daniel Bates",
        "ates, Daniel Bates",
        "b, Daniel Bates",
        "danail, Daniel Bates",
        "さく, 阿部 さくら",
        "阿, 阿部 さくら",
        "élodie, Élodie Marchand",
        "marchnd, Élodie Marchand",
        "владмир, Владимир Петров",
        "elodie, Élodie Marchand",
        "---, ''",
        "%, ''",
        "n, Noor-1",
        "r-1, Noor-1",
        "zzz, ''",
        "\\, ''"
    })
    void aPartOfANameIsFoundAndANameThatIsAlike(String typed, String found) {
        var page = visitor.page(LIST + "?q=" + encoded(typed));
        assertThat(names(page)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
        assertThat(page.select("input[name=q]").val()).isEqualTo(typed);
        assertThat(page.select("h1").text()).contains(" “" + typed + "”");
    }

    @ParameterizedTest
    @CsvSource({"danail, true", "marchnd, true", "ates, false", "b, false", "Daniel Bates, false", "r-1, false"})
    void whereNobodyIsCalledThatItIsSaid(String typed, boolean alike) {
        var page = visitor.page(LIST + "?q=" + encoded(typed));
        assertThat(page.select("h1").text()).contains((alike ? "like" : "matching") + " “");
        assertThat(page.select("#found").text())
                .isEqualTo((alike ? "Nobody is called that; these names are alike. " : "") + "1 person, newest first");
    }

    @Test
    void whoIsFoundByANoteIsNotTakenForOneWhoIsAlike() {
        cast.follow("Sutton", "Daniel Bates");
        Transactions.run(() -> sql("update follows set note = 'ΟΔΟΣ' where note = ''"));
        var found = Browser.of("Sutton").page("/@Sutton/following?q=" + encoded("οδος"));
        assertThat(found.select("#found").text()).isEqualTo("1 person, newest first");
    }

    @Test
    void whatIsNoLetterIsASpace() {
        var page = visitor.page(LIST + "?q=zz%00%0Az");
        assertThat(page.select("h1").text()).endsWith("matching “zz z”");
        assertThat(page.html()).doesNotContain("\0");
    }

    @Test
    void nobodyFoundLeadsBackToEveryone() {
        var empty = visitor.page(LIST + "?q=zzz").select(".empty");
        assertThat(empty.text()).isEqualTo("Nobody here is like that. See everyone.");
        assertThat(empty.select("a").attr("href")).isEqualTo(LIST);
    }

    /** By a name that few have, one that is alike, one that many have, in each order, and no name at all. */
    @ParameterizedTest
    @CsvSource({
        "bates, Daniel Bates, ''",
        "danail, Daniel Bates, ''",
        "reader, reader 1400, ''",
        "reader, reader 1351, &sort=name",
        "reader, reader 1400, &sort=known",
        "'', reader 1400, ''"
    })
    void whomABlockKeepsApartIsNeitherFoundNorListed(String typed, String name, String choices) {
        manyReadersAreThereOfWhomTheLastFollowSutton();
        var path = LIST + "?q=" + typed + choices;
        var mira = Browser.of("Mira");
        assertThat(names(mira.page(path))).contains(name);
        Transactions.run(() -> user(name).with(user("Mira")).block());
        assertThat(names(mira.page(path))).doesNotContain(name);
        assertThat(names(visitor.page(path))).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'reader 1400'",
        "&sort=oldest, 'reader 1351'",
        "&sort=name, 'reader 1351'",
        "&sort=known, 'reader 1400'"
    })
    void aNameThatManyHaveIsFoundOnAWalkThroughTheList(String choices, String first) {
        manyReadersAreThereOfWhomTheLastFollowSutton();
        var page = Browser.of("Mira").page(LIST + "?q=reader" + choices);
        assertThat(names(page)).hasSize(40).startsWith(first);
        var next = Browser.of("Mira").page(page.select("a[rel=next]").attr("href"));
        assertThat(names(next)).hasSize(10).doesNotContainAnyElementsOf(names(page));
    }

    private static void manyReadersAreThereOfWhomTheLastFollowSutton() {
        Transactions.run(() -> {
            sql("""
                    insert into users (username, username_key, created_at)
                    select 'reader ' || n, 'reader_' || n, now() from generate_series(1, 1400) n
                    """);
            sql("""
                    insert into follows select id, 1, now() + id * interval '1 second' from users
                    where id > (select max(id) - 50 from users)
                    """);
        });
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }

    private static void sql(String statement) {
        User.getEntityManager().createNativeQuery(statement).executeUpdate();
    }

    private static List<String> names(Document page) {
        return page.select(".person a").eachText();
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, UTF_8);
    }
}
