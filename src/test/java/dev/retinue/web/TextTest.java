package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    private static final Instant MOMENT = Instant.parse("2026-11-22T16:44:07.123456Z");

    @Test
    void aDayIsReadableAndAMomentExact() {
        assertThat(Text.day(MOMENT)).isEqualTo("22 Nov 2026");
        assertThat(Text.exact(MOMENT)).isEqualTo("22 Nov 2026, 16:44:07 UTC");
        assertThat(Text.machine(MOMENT)).isEqualTo("2026-11-22T16:44:07Z");
    }

    @ParameterizedTest
    @CsvSource({
        "PT-3S, just now",
        "PT0S, just now",
        "PT59S, just now",
        "PT1M, 1 minute ago",
        "PT5M59S, 5 minutes ago",
        "PT59M59S, 59 minutes ago",
        "PT1H, 1 hour ago",
        "PT3H, 3 hours ago",
        "PT23H59M, 23 hours ago",
        "P1D, yesterday",
        "PT47H, yesterday",
        "P2D, 2 days ago",
        "P6D, 6 days ago",
        "P7D, 1 week ago",
        "P21D, 3 weeks ago",
        "P30D, 4 weeks ago",
        "P31D, 1 month ago",
        "P160D, 5 months ago",
        "P364D, 11 months ago",
        "P365D, 1 year ago",
        "P800D, 2 years ago"
    })
    void aMomentIsSoLongAgo(Duration passed, String words) {
        assertThat(Text.ago(MOMENT.minus(passed), MOMENT)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-3S, in a minute",
        "PT59S, in a minute",
        "PT1M, in 1 minute",
        "PT1M1S, in 2 minutes",
        "PT1H, in 1 hour",
        "PT22H59M, in 23 hours",
        "P1D, in 1 day"
    })
    void aMomentIsSoSoon(Duration left, String words) {
        assertThat(Text.until(MOMENT.plus(left), MOMENT)).isEqualTo(words);
    }

    @Test
    void numbersAreGroupedAndWordsAgree() {
        assertThat(Text.plural(0, "follower", "followers")).isEqualTo("0 followers");
        assertThat(Text.plural(1, "follower", "followers")).isEqualTo("1 follower");
        assertThat(Text.plural(3035, "follower", "followers")).isEqualTo("3\u00A0035 followers");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "9999, 9\u00A0999",
        "10000, 10K",
        "12399, 12.3K",
        "123456, 123.4K",
        "999999, 999.9K",
        "1000000, 1M",
        "1299999, 1.2M",
        "2500000000, 2.5B"
    })
    void aLongNumberIsBriefAndNeverRoundedUp(long number, String text) {
        assertThat(Text.brief(number)).isEqualTo(text);
        assertThat(Text.isShortened(number)).isEqualTo(number >= 10_000);
    }
}
