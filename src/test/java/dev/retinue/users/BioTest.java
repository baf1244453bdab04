package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BioTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.org.         | https://example.org",
                "(https://example.org/a)          | https://example.org/a",
                "https://example.org/A_(b), more  | https://example.org/A_(b)",
                "HTTP://EXAMPLE.org/?q=1&r=ü!     | HTTP://EXAMPLE.org/?q=1&r=ü",
                "'https://example.org/'           | https://example.org/",
                "<https://example.org>            | https://example.org",
                "\"https://example.org/\"onclick= | https://example.org/"
            })
    void anAddressEndsWhereTheSentenceGoesOn(String text, String address) {
        assertThat(leading(text)).isEqualTo(address + " -> " + address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by @Sutton.            | @Sutton -> /@Sutton",
                "(@Daniel_Bates), hello | @Daniel_Bates -> /@Daniel_Bates",
                "@a.b-c_...             | @a.b-c_ -> /@a.b-c_",
                "@Élodie!               | @Élodie -> /@%C3%89lodie",
                "@さくら、               | @さくら -> /@%E3%81%95%E3%81%8F%E3%82%89"
            })
    void aMentionLeadsToTheProfile(String text, String mention) {
        assertThat(leading(text)).isEqualTo(mention);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "https://.",
                "xhttps://example.org",
                "me@example.org",
                "@",
                "@...",
                "@@_",
                "//example.org",
                "ftp://example.org"
            })
    void nothingElseLeadsAnywhere(String text) {
        assertThat(leading(text)).isEmpty();
    }

    @Test
    void nothingOfTheTextIsLost() {
        var text = "a @Sutton https://example.org/x?y=(z). \u202E@Mira\nend";
        assertThat(new Bio(text).parts().stream().map(Bio.Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void aBioIsKeptWithoutControlCharactersAndWithPlainLineBreaks() {
        assertThat(Bio.of(" a\r\nb\rc\u0000\u0007 ").text()).isEqualTo("a\nb\nc");
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertThat(Bio.of("🙂".repeat(500)).length()).isEqualTo(500);
    }

    private static String leading(String text) {
        return new Bio(text)
                .parts().stream()
                        .filter(part -> part.isLink() || part.isMention())
                        .map(part -> part.text() + " -> " + part.address())
                        .collect(Collectors.joining(" "));
    }
}
