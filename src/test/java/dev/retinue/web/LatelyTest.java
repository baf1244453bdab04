package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final Lately lately = new Lately();

    @Test
    void aTextCameBeforeOnceItHasCome() {
        assertThat(lately.again("/@Sutton")).isFalse();
        assertThat(lately.again("/@Daniel_Bates")).isFalse();
        assertThat(lately.again("/@Sutton")).isTrue();
        assertThat(lately.again("/@Sutton")).isTrue();
    }

    @Test
    void ofManyThatComeOnceFewAreTakenForOthers() {
        assertThat(IntStream.range(0, 100_000).filter(n -> lately.again("/@member_" + n)))
                .hasSizeLessThan(100);
    }

    @Test
    void ofTheLastHundredMostAreRemembered() {
        IntStream.range(0, 100_000).forEach(n -> lately.again("/@member_" + n));
        assertThat(IntStream.range(99_900, 100_000).filter(n -> lately.again("/@member_" + n)))
                .hasSizeGreaterThan(80);
    }
}
