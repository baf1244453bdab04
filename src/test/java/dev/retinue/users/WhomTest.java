package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhomTest {

    @ParameterizedTest
    @CsvSource({
        "/@Sutton, sutton, true",
        "/@Daniel_Bates, daniel_bates, true",
        "/@Daniel%20Bates, daniel_bates, true",
        "/@%C3%89lodie, élodie, true",
        "/@a+b, a+b, true",
        "/@Sutton/history, sutton, true",
        "/@Sutton/followers, sutton, false",
        "/@Sutton/, sutton, true"
    })
    void anAddressSaysWhomItIsAbout(String path, String key, boolean known) {
        assertThat(Whom.of(path)).isEqualTo(new Whom(key, known));
    }

    @ParameterizedTest
    @CsvSource({"/", "/settings", "/@", "/@/followers", "/feeds/@Sutton", "//@Sutton"})
    void otherAddressesAreAboutWhoeverAsks(String path) {
        assertThat(Whom.of(path)).isEqualTo(Whom.SELF);
    }

    @Test
    void whoeverAsksHasAName() {
        assertThat(Whom.of("/settings").askedBy("mira")).isEqualTo(new Whom("mira", false));
        assertThat(Whom.of("/@Sutton").askedBy("mira")).isEqualTo(Whom.of("/@Sutton"));
    }

    @Test
    void whatIsNotWellEncodedIsNoReasonToFail() {
        assertThat(Whom.of("/@100%").key()).isEqualTo("100%");
    }

    @Test
    void whoIsFoundWithWhomOneKnowsNeedsNotBeLookedForWithout() {
        var profile = Whom.of("/@Sutton");
        var list = Whom.of("/@Sutton/followers");
        assertThat(profile.covers(list)).isTrue();
        assertThat(list.covers(profile)).isFalse();
        assertThat(profile.covers(Whom.of("/@Mira"))).isFalse();
    }
}
