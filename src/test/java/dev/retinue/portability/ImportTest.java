package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.FollowCounts;
import dev.retinue.users.FollowEvent;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sutton brings people along. Priya's account is private. */
@QuarkusTest
class ImportTest extends RetinueTest {

    private static final String HEADER = "Account address,Show boosts,Notify on new posts,Languages\n";

    @Inject
    Imports imports;

    private Browser sutton;

    @BeforeEach
    void suttonIsLoggedIn() {
        Transactions.run(() -> user("Priya").privateSince = Instant.now());
        sutton = Browser.of("Sutton");
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Daniel Bates\nMira\n",
                "@Daniel_Bates\r\n@Mira\r\n",
                "\uFEFF\"daniel_bates@example.org\",true\n\"MIRA@example.org\",false\n",
                "Account address,Show boosts\nDaniel_Bates@a.example,true\nMira@b.example,true",
                "Account address;Show boosts\nDaniel_Bates@a.example;true\nMira@b.example;true",
                "\n\nDaniel Bates\n\n@mira@example.org,true,false,\"de, en\",,,\n",
                "Mira,true,false,\nMira,true,false,\nDaniel_Bates,true,false,\nmira@elsewhere.example,true\n",
            })
    void aFileIsReadHoweverItIsWritten(String file) {
        sent("following.csv", file, "", false);
        carriedOut();
        assertThat(following()).containsExactlyInAnyOrder("Daniel Bates", "Mira");
    }

    @Test
    void whatRetinueWroteRetinueReads() {
        cast.follow("Sutton", "Daniel Bates");
        cast.follow("Sutton", "Mira");
        Transactions.run(() -> {
            user("Sutton").with(user("Daniel Bates")).note("=1, \"so\"\nto say");
            user("Sutton").with(user("Mira")).followPrivately();
        });
        var file = sutton.request().get("/@Sutton/following.csv").asString();
        Transactions.run(() -> {
            user("Sutton").unfollow(user("Daniel Bates"));
            user("Sutton").unfollow(user("Mira"));
        });
        var page = sent("following.csv", file, "", false);
        assertThat(page.text()).doesNotContain("of other sites");
        carriedOut();
        var daniel = sutton.page("/@Daniel_Bates");
        assertThat(daniel.select(".note").first().wholeText()).contains("=1, \"so\"\nto say");
        assertThat(sutton.page("/@Mira").select(".badge").text()).contains("You follow privately");
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
    void aFileThatLooksLikeSomethingElseIsSaidToDoSo() {
        var page = sent("mutes.csv", "Account address,Hide notifications\nMira,true\n", "following", false);
        assertThat(page.select(".problem").text())
                .isEqualTo("This file looks like the people whom you mute. You chose the people whom you follow.");
        refused(
                "followers.csv",
                "Account address\nMira\n",
                "This file looks like the people who follow you."
                        + " Nobody can be made to follow you; choose what else to do with it.");
        refused("people.csv", "Mira\n", "Say what this file is of: it does not tell.");
    }

    @Test
    void aFileThatCannotBeReadComesBackWithASentence() {
        refused("following.csv", "", "Choose a file first.");
        refused("following.csv", HEADER, "There is nobody in this file.");
        var many = IntStream.rangeClosed(0, 20_000).mapToObj(i -> "Reader " + i).collect(Collectors.joining("\n"));
        refused(
                "following.csv",
                many,
                "There are more than 20,000 people in this file. Divide it, and import one part after the other.");
        assertThat(refusal(send("following.csv", new byte[] {'M', (byte) 0xFC, 'l'}, "", false)))
                .isEqualTo("This file is not text in UTF-8. Save it as CSV (UTF-8), and choose it again.");
        assertThat(refusal(send("following.csv", new byte[20 * 1024 * 1024 + 1], "", false)))
                .isEqualTo("This file is too large. It may have 20 MB.");
        assertThat(send("following.csv", new byte[22 * 1024 * 1024], "", false).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatWasChosenStaysWhereAFileIsRefused() {
        var page = Jsoup.parse(send("x.csv", new byte[0], "mutes", true).asString());
        assertThat(page.select("option[selected]").attr("value")).isEqualTo("mutes");
        assertThat(page.select("input[checked]").attr("value")).isEqualTo("true");
    }

    @Test
    void aFileMaySayTheSameALotOfTimes() {
        assertThat(sent("Mira\n".repeat(30_000)).text())
                .contains("1 person, 29\u202f999 lines about somebody named before");
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
        sutton.postAndSee(SettingsPaths.IMPORT + "/start");
        assertThat(sutton.page(SettingsPaths.IMPORT)
                        .select("main [role=status]")
                        .text())
                .startsWith("0 of 1 done");
        refused("following.csv", "Mira\n", "Another file is being imported. Wait until it is done, or stop it.");
        assertThat(sutton.postAndSee(SettingsPaths.IMPORT + "/discard")).isEqualTo(SettingsPaths.DATA);
        imports.run();
        assertThat(following()).isEmpty();
    }

    @Test
    void somebodyWhoIsGoneWhenTheirTurnComesIsUnknown() {
        sent("Daniel Bates\nMira\n");
        Transactions.run(() -> user("Mira").delete());
        assertThat(carriedOut().select("tbody tr").eachText())
                .containsExactly("1 Daniel Bates Daniel Bates followed", "2 Mira nobody here has that name");
    }

    @Test
    void whoeverHasLeftTheAccountGoesOnWhenTheyAreBack() {
        sent("Daniel Bates\n");
        sutton.postAndSee(SettingsPaths.IMPORT + "/start");
        Transactions.run(() -> user("Sutton").deactivate());
        imports.run();
        Transactions.run(() -> user("Sutton").comeBack());
        assertThat(following()).isEmpty();
        imports.run();
        assertThat(following()).containsExactly("Daniel Bates");
    }

    @Test
    void nobodyElseSeesIt() {
        sent("Daniel Bates\n");
        assertThat(Browser.of("Mira").request().get(SettingsPaths.IMPORT).header("Location"))
                .isEqualTo(SettingsPaths.DATA);
        assertThat(Browser.visitor().status(SettingsPaths.IMPORT)).isEqualTo(303);
        Browser.of("Mira").postAndSee(SettingsPaths.IMPORT + "/start");
        imports.run();
        assertThat(following()).isEmpty();
    }

    private Document sent(String file) {
        return sent("following.csv", file, "", false);
    }

    private Document sent(String name, String file, String kind, boolean overwrite) {
        assertThat(send(name, file.getBytes(UTF_8), kind, overwrite).header("Location"))
                .isEqualTo(SettingsPaths.IMPORT);
        return sutton.page(SettingsPaths.IMPORT);
    }

    private void refused(String name, String file, String sentence) {
        assertThat(refusal(send(name, file.getBytes(UTF_8), "", false))).isEqualTo(sentence);
    }

    private static String refusal(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.asString()).select("#file-problem").text();
    }

    private Response send(String name, byte[] file, String kind, boolean overwrite) {
        return sutton.request()
                .multiPart("file", name, file, "text/csv")
                .multiPart("kind", kind)
                .multiPart("overwrite", String.valueOf(overwrite))
                .post(SettingsPaths.IMPORT);
    }

    private Document carriedOut() {
        sutton.postAndSee(SettingsPaths.IMPORT + "/start");
        imports.run();
        return sutton.page(SettingsPaths.IMPORT);
    }

    private Iterable<String> following() {
        return sutton.page("/@Sutton/following").select(".person a").eachText();
    }

    private static long events() {
        return Transactions.count(() -> FollowEvent.count());
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
