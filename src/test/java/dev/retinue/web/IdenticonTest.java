package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdenticonTest {

    private static final double LIGHTNESS = 0.6;

    private static final double CHROMA = 0.1;

    @Test
    void anIdAlwaysLooksTheSame() {
        assertThat(Identicon.squares(7)).isEqualTo(Identicon.squares(7)).matches("(M[0-4] [0-4]\\.5h[1-5])+");
        assertThat(Identicon.hue(7)).isEqualTo(Identicon.hue(7)).isBetween(0, 359);
    }

    @Test
    void neighboursLookDifferent() {
        var looks = LongStream.rangeClosed(1, 1_000)
                .mapToObj(id -> Identicon.squares(id) + Identicon.hue(id))
                .distinct();
        assertThat(looks).hasSizeGreaterThan(995);
    }

    @Test
    void noneIsEmptyOrLong() {
        assertThat(LongStream.rangeClosed(1, 10_000).mapToObj(Identicon::squares))
                .allSatisfy(path -> assertThat(path).hasSizeBetween(7, 130));
    }

    @Test
    void everyHueStandsOutFromLightAndFromDark() {
        var white = 1.05;
        var dark = 0.06;
        assertThat(IntStream.range(0, 360).mapToDouble(IdenticonTest::luminance))
                .allSatisfy(luminance -> {
                    assertThat(white / (luminance + 0.05)).isGreaterThan(3);
                    assertThat((luminance + 0.05) / dark).isGreaterThan(3);
                });
    }

    /** Of {@code oklch(.6 .1 hue)} (CSS Color 4, 9.2), relative as contrast is counted (WCAG 2.2). */
    private static double luminance(int hue) {
        var a = CHROMA * Math.cos(Math.toRadians(hue));
        var b = CHROMA * Math.sin(Math.toRadians(hue));
        var l = Math.pow(LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(LIGHTNESS - 0.0894841775 * a - 1.2914855480 * b, 3);
        var red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
        var green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
        var blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
}
