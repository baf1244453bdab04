package dev.retinue.avatars;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** A square picture in both sizes, as JPEG: of the file it was made from, nothing but the pixels is left. */
public record Portrait(byte[] small, byte[] large) {

    private static final int SMALL = 96;

    private static final int LARGE = 400;

    private static final double QUALITY = 0.85;

    static Portrait of(BufferedImage square) {
        return new Portrait(jpeg(square, SMALL), jpeg(square, LARGE));
    }

    private static byte[] jpeg(BufferedImage square, int side) {
        var bytes = new ByteArrayOutputStream();
        try {
            Thumbnails.of(square)
                    .forceSize(side, side)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
