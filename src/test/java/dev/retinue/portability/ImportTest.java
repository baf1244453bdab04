package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Transactions;
import dev.retinue.users.FollowCounts;
import dev.retinue.users.FollowEvent;
import dev.retinue.users.SettingsPaths;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of an import: before it is carried out, after, and meanwhile. */
@QuarkusTest
class ImportTest extends ImportPages {

    @Test
    void nothingHappensBeforeOneHasLookedAtIt() {
        var page = sent(HEADER + "Daniel_Bates@example.org,true,false,\nPriya@example.org,true,false,en\n");
        assertThat(page.select("h2").get(0).text()).isEqualTo("Before anything happens: the people whom you follow");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "2 Daniel_Bates@example.org Daniel Bates will be followed",
                        "3 Priya@example.org Priya will be asked");
        imports.run();
        assertThat(following()).isEmpty();
    }

    @Test
    void whoeverIsInTheFileIsFollowedOrAsked() {
        sent(HEADER + "Daniel_Bates@example.org,true,false,\nPriya@example.org,true,false,en\n");
        var page = carriedOut();
        assertThat(page.select("h2").get(0).text()).isEqualTo("Done: the people whom you follow");
        assertThat(page.select(".tally li").eachText())
                .containsExactlyInAnyOrder("1 followed", "1 asked, and will answer");
        assertThat(following()).containsExactly("Daniel Bates");
        assertThat(sutton.page("/requests/sent").select(".person a").text()).isEqualTo("Priya");
        assertThat(sutton.page("/@Daniel_Bates").select(".counts").text()).startsWith("1 follower");
    }

    @Test
    void everyRowSaysWhatComesOfIt() {
        cast.follow("Sutton", "Mira");
        cast.user("Olaf Berg");
        cast.user("Ines");
        Transactions.run(() -> {
            user("Sutton").with(user("Olaf Berg")).block();
            user("Ines").with(user("Sutton")).block();
        });
        var page = sent("Mira\nNobody\nInes\nno/name\nSutton\nOlaf Berg\nDaniel Bates\n\"unclosed\n=Daniel\n");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "1 Mira Mira already followed",
                        "2 Nobody nobody here has that name",
                        "3 Ines nobody here has that name",
                        "4 no/name not a name",
                        "5 Sutton Sutton yourself",
                        "6 Olaf Berg you block them",
                        "7 Daniel Bates Daniel Bates will be followed",
                        "8 unclosed nobody here has that name",
                        "9 =Daniel not a name");
        assertThat(carriedOut().select("tbody tr").get(6).text()).isEqualTo("7 Daniel Bates Daniel Bates followed");
        var failed = sutton.request()
                .get(SettingsPaths.IMPORT + "/failed.csv")
                .asString()
                .lines()
                .toList();
        assertThat(failed)
                .containsExactly(
                        "Account address,Line,Reason",
                        "Nobody,2,nobody here has that name",
                        "Ines,3,nobody here has that name",
                        "no/name,4,not a name",
                        "Sutton,5,yourself",
                        "Olaf Berg,6,you block them",
                        "unclosed,8,nobody here has that name",
                        "'=Daniel,9,not a name");
    }

    @Test
    void someOfTheRowsCanBeLookedAt() {
        var names = IntStream.rangeClosed(1, 90).mapToObj(i -> "Stranger " + i).collect(Collectors.joining("\n"));
        var page = sent("Daniel Bates\n" + names);
        assertThat(page.select("tbody tr")).hasSize(40);
        var next = sutton.page(page.select("a[rel=next]").attr("href"));
        assertThat(next.select("tbody tr").first().text()).startsWith("41 Stranger 40");
        var some = sutton.page(page.select(".tally a").get(0).attr("href"));
        assertThat(some.select("tbody tr").first().text()).startsWith("2 Stranger 1");
        assertThat(sutton.page(SettingsPaths.IMPORT + "?only=WILL").select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void replacingRemovesWhoeverIsNotInTheFile() {
        cast.user("Olaf Berg");
        cast.follow("Sutton", "Mira");
        cast.follow("Sutton", "Olaf Berg");
        var page = sent("following.csv", "Mira\nDaniel Bates\n", "", true);
        assertThat(page.text())
                .contains(
                        "1 person is not in the file and would be removed from the people whom you follow: Olaf Berg.");
        assertThat(page.select("button.grave").text()).isEqualTo("Replace, and remove 1 person");
        assertThat(following()).containsExactlyInAnyOrder("Mira", "Olaf Berg");
        assertThat(carriedOut().select(".tally li").eachText()).contains("1 not in the file, removed");
        assertThat(following()).containsExactlyInAnyOrder("Mira", "Daniel Bates");
    }

    @Test
    void whomOneFollowsMeanwhileStaysWhereAFileReplacesTheList() {
        cast.follow("Sutton", "Mira");
        sent("following.csv", "Mira\n", "", true);
        cast.follow("Sutton", "Daniel Bates");
        carriedOut();
        assertThat(following()).containsExactlyInAnyOrder("Mira", "Daniel Bates");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        sent("Daniel Bates\nMira\n");
        carriedOut();
        var events = events();
        assertThat(sent("Daniel Bates\nMira\n").select("tbody tr td:last-child").eachText())
                .containsOnly("already followed");
        carriedOut();
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void blocksAndMutesComeAlongToo() {
        sent("mutes.csv", "Account address,Hide notifications\nMira@example.org,true\n", "", false);
        carriedOut();
        assertThat(sutton.page("/settings/muted").select(".person a").text()).isEqualTo("Mira");
        sent("blocked_accounts.csv", "Daniel_Bates@example.org\n", "", false);
        carriedOut();
        assertThat(sutton.page("/settings/blocked").select(".person strong").text())
                .isEqualTo("Daniel Bates");
    }

    @Test
    void importedPeopleDoNotCountAmongTheNewOnesOfADay() {
        IntStream.rangeClosed(1, 120).forEach(i -> cast.user("Reader " + i));
        sent(IntStream.rangeClosed(1, 120).mapToObj(i -> "Reader " + i).collect(Collectors.joining("\n")));
        assertThat(carriedOut().select(".tally").text()).isEqualTo("120 followed");
        assertThat(sutton.post("/@Mira/follow").statusCode()).isEqualTo(303);
        assertThat(Transactions.count(() -> FollowCounts.of(user("Sutton")).following))
                .isEqualTo(121);
    }

    @Test
    void whatIsUnderWayIsNotReplacedButCanBeStopped() {
        sent("Daniel Bates\n");
        start();
        assertThat(sutton.page(SettingsPaths.IMPORT)
                        .select("main [role=status]")
                        .text())
                .startsWith("0 of 1 done");
        refused("following.csv", "Mira\n", "Another file is being imported. Wait until it is done, or stop it.");
        var put = press("discard", mark());
        assertThat(put.header("Location")).isEqualTo(SettingsPaths.DATA);
        assertThat(sutton.after(put).select("#notice").text()).startsWith("The file is put away.");
        imports.run();
        assertThat(following()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "discard"})
    void nothingIsDoneWithAFileThatTookThePlaceOfTheOneThatWasLookedAt(String button) {
        cast.follow("Sutton", "Mira");
        sent("Daniel Bates\n");
        var looked = mark();
        sent("following.csv", "Daniel Bates\n", "", true);
        var answer = press(button, looked);
        assertThat(answer.header("Location")).isEqualTo(SettingsPaths.IMPORT);
        assertThat(sutton.after(answer).select("#notice").text())
                .isEqualTo("That was not done, as it is not the file that you looked at any more.");
        imports.run();
        assertThat(following()).containsExactly("Mira");
        assertThat(carriedOut().select(".tally li").eachText())
                .containsExactly("1 followed", "1 not in the file, removed");
    }

    @Test
    void whatIsPressedTwiceIsDoneOnce() {
        sent("Daniel Bates\n");
        var looked = mark();
        press("start", looked);
        press("start", looked);
        imports.run();
        assertThat(following()).containsExactly("Daniel Bates");
        press("discard", looked);
        assertThat(sutton.after(press("discard", looked)).select("#notice").text())
                .startsWith("The file is put away.");
    }

    @Test
    void whoeverIsMutedByAFileIsFollowedAsBefore() {
        cast.follow("Sutton", "Mira");
        Transactions.run(() -> user("Sutton").with(user("Mira")).note("from the harbour"));
        sent("old.csv", "Account address,Note,Private\nMira,an old note,true\n", "mutes", false);
        carriedOut();
        var mira = sutton.page("/@Mira");
        assertThat(mira.select(".badge").text()).isEqualTo("Muted");
        assertThat(mira.select(".note").first().text()).contains("from the harbour");
    }

    @Test
    void allThatDidNotWorkIsInTheFileHoweverManyTheyAre() {
        sent(IntStream.rangeClosed(1, 2_100).mapToObj(i -> "Stranger " + i).collect(Collectors.joining("\n")));
        assertThat(sutton.request()
                        .get(SettingsPaths.IMPORT + "/failed.csv")
                        .asString()
                        .lines())
                .hasSize(2_101)
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyElseSeesIt() {
        sent("Daniel Bates\n");
        assertThat(Browser.of("Mira").request().get(SettingsPaths.IMPORT).header("Location"))
                .isEqualTo(SettingsPaths.DATA);
        assertThat(Browser.visitor().status(SettingsPaths.IMPORT)).isEqualTo(303);
        Browser.of("Mira").submit(SettingsPaths.IMPORT + "/start", Map.of("file", mark()));
        imports.run();
        assertThat(following()).isEmpty();
    }

    private static long events() {
        return Transactions.count(() -> FollowEvent.count());
    }
}
