package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.users.Username;
import org.junit.jupiter.api.Test;

class NamesTest {

    private final Names names = new Names(1);

    @Test
    void aNameIsToldOnceAsLongAsItIsRemembered() {
        var sutton = names.of("Sutton");
        assertThat(sutton.told()).isFalse();
        assertThat(sutton.tell(7).text()).isEqualTo("Sutton");
        names.of("Daniel Bates");
        assertThat(names.of("Sutton").told()).isTrue();
        assertThat(names.of("Sutton").number()).isEqualTo(7);
    }

    @Test
    void ofNamesThatShareAPlaceTheTwoLatestAreRemembered() {
        names.of("Sutton").tell(1);
        names.of("Mira").tell(2);
        names.of("Sutton");
        names.of("Lena").tell(3);
        assertThat(names.of("Sutton").told()).isTrue();
        assertThat(names.of("Mira").told()).isFalse();
    }

    @Test
    void aNameMeansTheSameUserHoweverItIsTyped() {
        assertThat(names.of("Daniel Bates").means(names.of("DANIEL bates"))).isTrue();
        assertThat(names.of("Daniel Bates").means(names.of("Daniela Bates"))).isFalse();
    }

    @Test
    void whatCannotBeAUsernameIsNoName() {
        assertThatThrownBy(() -> names.of("a/b")).isInstanceOf(Username.Malformed.class);
    }
}
