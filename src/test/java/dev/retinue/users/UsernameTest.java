package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    private static final String LETTERS = "bIZ09_.- \t\0@";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sutton",
                "Daniel Bates",
                "a",
                "18",
                "x_y-z.9",
                "Élodie",
                "阿部 さくら",
                "نور الدين",
                "अनीता",
                "สมชาย",
                "𝒮utton"
            })
    void lettersAndDigitsOfAnyScriptMakeAUsername(String typed) {
        assertThat(Username.of(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "Daniel Bates, daniel_bates",
        "DANIEL_BATES, daniel_bates",
        "ＤＡＮＩＥＬ　ＢＡＴＥＳ, daniel_bates",
        "ﬁona, fiona",
        "ÉLODIE, élodie",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "Straße, strasse"
    })
    void namesThatDifferByCaseWidthOrSpaceAreTheSameName(String typed, String key) {
        assertThat(Username.of(typed).key()).isEqualTo(key);
        assertThat(Username.key(typed)).isEqualTo(key);
    }

    @Test
    void spacesAroundANameDoNotCount() {
        assertThat(Username.of("  Daniel Bates ")).isEqualTo(Username.of("Daniel Bates"));
    }

    @Test
    void accentsAreOneNameHoweverTheyAreEncoded() {
        assertThat(Username.of("E\u0301lodie")).isEqualTo(Username.of("\u00C9lodie"));
    }

    /** The letter that is not plain makes the name be read by the rules for all scripts. */
    @Test
    void aPlainNameIsReadAsAnyOther() {
        var random = new Random(15);
        for (var turn = 0; turn < 20_000; turn++) {
            var rest = random.ints(random.nextInt(9), 0, LETTERS.length())
                    .mapToObj(LETTERS::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            assertThat(read("a" + rest)).isEqualTo(read("é" + rest));
            assertThat(Username.key("a" + rest).substring(1))
                    .isEqualTo(Username.key("é" + rest).substring(1));
        }
    }

    /** What is made of all but the first letter, or what is wrong. */
    private static String read(String typed) {
        try {
            var name = Username.of(typed);
            return name.text().substring(1) + " " + name.key().substring(1);
        } catch (Username.Malformed e) {
            return e.getMessage();
        }
    }

    @Test
    void aKeyIsItsOwnKey() {
        for (var name : new String[] {"İstanbul", "ΟΔΟΣ", "ẞtraße", "ﷺ", "ǅungla", "K", "Å"}) {
            assertThat(Username.key(Username.key(name))).as(name).isEqualTo(Username.key(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000"})
    void anEmptyNameIsRefused(String typed) {
        assertRefused(typed, "Choose a username.");
    }

    @Test
    void aNameHasAtMost120Characters() {
        assertThat(Username.of("a".repeat(120)).text()).hasSize(120);
        assertThat(Username.of("𝒮".repeat(120)).key()).hasSize(120);
        assertRefused("a".repeat(121), "A username has at most 120 characters.");
        assertRefused("ﬃ".repeat(41), "A username has at most 120 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\tb",
                "a\nb",
                "a\u007Fb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "a\u200Bb",
                "a\uFEFFb",
                "a\u3164b",
                "a\uFFA0b",
                "a\u034Fb",
                "a\uFE0Fb",
                "a/b",
                "a@b",
                "a?b",
                "a#b",
                "a%b",
                "a<b",
                "a\\b",
                "a\"b",
                "😀",
                "a\uD800b",
                "\u0301abc",
                "b\u0301\u0302\u0303\u0304\u0305"
            })
    void controlAndBidiAndInvisibleCharactersAndSignsAreRefused(String typed) {
        assertRefused(typed, "Use letters, digits, spaces and _ - . in a username, and nothing else.");
    }

    @Test
    void twoSpacesInARowAreRefused() {
        assertRefused("Daniel  Bates", "Put one space, not more, between the words of a username.");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "_", "- -"})
    void aNameNeedsALetterOrADigit(String typed) {
        assertRefused(typed, "A username needs at least one letter or digit.");
    }

    private static void assertRefused(String typed, String sentence) {
        assertThatThrownBy(() -> Username.of(typed))
                .isInstanceOf(Username.Malformed.class)
                .hasMessage(sentence);
    }
}
