package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org, example.org",
        "' http://example.org/ ', http://example.org/, example.org",
        "example.org:8080/a?b#c, https://example.org:8080/a?b#c, example.org:8080/a?b#c",
        "HTTPS://münchen.example/ü, HTTPS://münchen.example/ü, münchen.example/ü"
    })
    void anAddressIsKeptWithItsSchemeAndShownWithout(String typed, String address, String text) {
        assertThat(Link.of(typed).address()).isEqualTo(address);
        assertThat(Link.of(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript://example.org/%0aalert(1)",
                "data:text/html,x",
                "ftp://example.org",
                "mailto:me@example.org",
                "https://",
                "localhost",
                "https://example.org@evil.example",
                "https://example.org/\"onclick=\"x",
                "https://example.org/<script>",
                "https://example.org/a b",
                "https://example.org/\u202Efdp",
                "//example.org"
            })
    void whatIsNoPageIsRefused(String typed) {
        assertThatThrownBy(() -> Link.of(typed)).isInstanceOf(Link.Malformed.class);
    }

    @Test
    void aLinkHasAtMost200Characters() {
        var address = "https://example.org/" + "a".repeat(180);
        assertThat(Link.of(address).address()).hasSize(200);
        assertThatThrownBy(() -> Link.of(address + "a")).hasMessage("A link has at most 200 characters.");
    }
}
