package dev.retinue.avatars;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retinue.support.Pictures;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DarkroomTest {

    private final Darkroom darkroom = new Darkroom();

    @TempDir
    Path folder;

    @Test
    void everyFormatBecomesTwoSquareJpegs() throws Exception {
        for (var file : new byte[][] {Pictures.jpeg(900, 300), Pictures.transparentPng(1, 70), Pictures.WEBP}) {
            var portrait = develop(file);
            assertThat(Pictures.read(portrait.small()).getWidth()).isEqualTo(96);
            assertThat(Pictures.read(portrait.small()).getHeight()).isEqualTo(96);
            assertThat(Pictures.read(portrait.large()).getWidth()).isEqualTo(400);
            assertThat(Pictures.read(portrait.large()).getHeight()).isEqualTo(400);
            assertThat(portrait.large()).startsWith(0xFF, 0xD8);
        }
    }

    @Test
    void whatCanBeSeenThroughIsWhite() throws Exception {
        assertThat(color(develop(Pictures.transparentPng(50, 50)), 200, 200)).isEqualTo(Color.WHITE);
    }

    @Test
    void theMiddleIsShown() throws Exception {
        var portrait = develop(Pictures.jpeg(2000, 1000));
        assertThat(color(portrait, 20, 200).getRed()).isGreaterThan(200);
        assertThat(color(portrait, 380, 200).getBlue()).isGreaterThan(200);
    }

    @Test
    void aPictureTakenWithTheCameraOnItsSideStandsUprightAndTellsNothingElse() throws Exception {
        var portrait = develop(Pictures.jpegOnItsSide(300, 200));
        assertThat(color(portrait, 200, 20).getRed()).isGreaterThan(200);
        assertThat(color(portrait, 200, 380).getBlue()).isGreaterThan(200);
        assertThat(new String(portrait.large(), ISO_8859_1)).doesNotContain("Exif", "GPS");
        assertThat(new String(portrait.small(), ISO_8859_1)).doesNotContain("Exif", "GPS");
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeShownIsRefusedWithASentence(byte[] file, String sentence) {
        assertThatThrownBy(() -> develop(file))
                .isInstanceOf(Unusable.class)
                .message()
                .startsWith(sentence)
                .endsWith(".");
    }

    static Stream<Arguments> whatCannotBeShownIsRefusedWithASentence() {
        var jpeg = Pictures.jpeg(300, 300);
        var png = Pictures.transparentPng(300, 300);
        return Stream.of(
                arguments(new byte[0], "Choose a PNG, JPEG or WebP"),
                arguments("<svg onload='alert(1)'/>".getBytes(UTF_8), "Choose a PNG, JPEG or WebP"),
                arguments(Pictures.gif(), "Choose a PNG, JPEG or WebP"),
                arguments(Pictures.animatedPng(), "This picture moves."),
                arguments(Pictures.ANIMATED_WEBP, "This picture moves."),
                arguments(Arrays.copyOf(jpeg, jpeg.length / 2), "This picture is broken."),
                arguments(Arrays.copyOf(jpeg, 12), "This picture is broken."),
                arguments(Arrays.copyOf(png, png.length / 2), "This picture is broken."),
                arguments(Arrays.copyOf(png, 20), "This picture is broken."),
                arguments(Arrays.copyOf(Pictures.WEBP, 40), "This picture is broken."),
                arguments(manyPasses(jpeg), "This picture takes too long"),
                arguments(Pictures.bomb(12_001, 1), "This picture is too large. A side"),
                arguments(Pictures.bomb(1, 2_000_000_000), "This picture is too large. A side"),
                arguments(Pictures.bomb(5_001, 5_000), "This picture is too large. A PNG may have 25 million"),
                arguments(Pictures.bomb(0, 0), "This picture is broken."));
    }

    private static byte[] manyPasses(byte[] jpeg) {
        return (new String(jpeg, ISO_8859_1) + "\u00FF\u00DA".repeat(101)).getBytes(ISO_8859_1);
    }

    private Portrait develop(byte[] file) throws IOException, Unusable {
        return darkroom.develop(Files.write(folder.resolve("picture"), file));
    }

    private static Color color(Portrait portrait, int x, int y) {
        return new Color(Pictures.read(portrait.large()).getRGB(x, y));
    }
}
