package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a file, and what is said of one that cannot be. */
@QuarkusTest
class ImportFileTest extends ImportPages {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Daniel Bates\nMira\n",
                "@Daniel_Bates\r\n@Mira\r\n",
                "\uFEFF\"daniel_bates@example.org\",true\n\"MIRA@example.org\",false\n",
                "Account address,Show boosts\nDaniel_Bates@a.example,true\nMira@b.example,true",
                "Account address;Show boosts\nDaniel_Bates@a.example;true\nMira@b.example;true",
                "Daniel Bates\rMira\r\r\n",
                "\n\nDaniel Bates\n\n@mira@example.org,true,false,\"de, en\",,,\n",
                "Mira,true,false,\nMira,true,false,\nDaniel_Bates,true,false,\nmira@elsewhere.example,true\n",
            })
    void aFileIsReadHoweverItIsWritten(String file) {
        sent("following.csv", file, "", false);
        carriedOut();
        assertThat(following()).containsExactlyInAnyOrder("Daniel Bates", "Mira");
    }

    @Test
    void aLineThatIsNoPersonIsRefusedBeforeItFillsTheMemory() {
        refused(
                "following.csv",
                "Mira\n" + "Daniel Bates, ".repeat(600),
                "A line of this file is longer than 8,000 letters. It takes a CSV file with one person a line.");
    }

    @Test
    void onlyOfWhoeverHasANameItIsSaidThatTheyAreElsewhere() {
        var page = sent("following.csv", "https://example.org/@Mira\nMira@example.org\n", "", false);
        assertThat(page.text()).contains("1 address is of other sites.");
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
        refused("", "", "Choose a file first.");
        refused("following.csv", "", "There is nobody in this file.");
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
        assertThat(sent("Mira\n".repeat(30_000)).text()).contains("1 person, 29 999 lines about somebody named before");
    }
}
