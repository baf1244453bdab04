package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.users.Username;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {

    /** In one place. */
    private final Names names = new Names(0);

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
    void moreMemoryHasPlacesForMoreNames() {
        var many = new Names(1_000_000);
        for (var number = 1; number <= 1000; number++) {
            many.of("Member " + number).tell(number);
        }
        assertThat(IntStream.rangeClosed(1, 1000)
                        .filter(number -> many.of("Member " + number).told()))
                .hasSizeGreaterThan(900);
    }

    @Test
    void aLongNameIsMetLikeANewOneEachTime() {
        names.of("a".repeat(37)).tell(1);
        assertThat(names.of("a".repeat(37)).told()).isFalse();
        names.of("a".repeat(36)).tell(2);
        assertThat(names.of("a".repeat(36)).told()).isTrue();
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
