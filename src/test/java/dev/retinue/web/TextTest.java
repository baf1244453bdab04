package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final Instant MOMENT = Instant.parse("2026-11-22T16:44:07.123456Z");

    @Test
    void aDayIsReadableAndAMomentExact() {
        assertThat(Text.day(MOMENT)).isEqualTo("22 Nov 2026");
        assertThat(Text.exact(MOMENT)).isEqualTo("22 Nov 2026, 16:44:07 UTC");
        assertThat(Text.machine(MOMENT)).isEqualTo("2026-11-22T16:44:07Z");
    }

    @Test
    void numbersAreGroupedAndWordsAgree() {
        assertThat(Text.plural(0, "follower", "followers")).isEqualTo("0 followers");
        assertThat(Text.plural(1, "follower", "followers")).isEqualTo("1 follower");
        assertThat(Text.plural(3035, "follower", "followers")).isEqualTo("3,035 followers");
    }
}
