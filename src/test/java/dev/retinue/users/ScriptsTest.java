package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Daniel B\u0430tes",
                "Sutt\u03bfn",
                "\u0405utton",
                "\u0391nna",
                "Mir\u13aa",
                "\u0410\u043d\u043d\u0430 Smith",
                "Mira1\u0967"
            })
    void aNameThatMixesScriptsThatLookAlikeIsRefused(String name) {
        assertThat(Scripts.areMixed(Username.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Daniel Bates",
                "Jos\u00e9_99",
                "\u0410\u043d\u043d\u0430 \u041f.",
                "\u0395\u03bb\u03ad\u03bd\u03b7",
                "\u7530\u4e2d\u3055\u304f\u3089",
                "\u30bf\u30ca\u30ab T.",
                "\uae40\ubbfc\uc900 Kim",
                "\u0645\u064a\u0631\u0627",
                "\u092e\u0940\u0930\u093e \u0967",
                "\uff24\uff41\uff4e\uff49\uff45\uff4c",
                "-_-1"
            })
    void aNameOfAnyScriptOfItsOwnIsFine(String name) {
        assertThat(Scripts.areMixed(Username.of(name))).isFalse();
    }
}
