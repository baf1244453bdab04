package dev.retinue.avatars;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Whether a picture moves, which no avatar does: found in its first chunks. What ends before that does not. */
class Movement {

    private static final int PNG_SIGNATURE = 8;

    private static final int ACTL = 0x6163544C;

    private static final int IDAT = 0x49444154;

    private static final int VP8X = 0x56503858;

    private static final int VP8X_POSITION = 12;

    private static final int VP8X_FLAGS = 20;

    private static final int ANIMATION = 0b10;

    private Movement() {}

    static boolean isIn(ImageInputStream file, Format format) throws IOException {
        try {
            return switch (format) {
                case JPEG -> false;
                case PNG -> isAnimatedPng(file);
                case WEBP -> isAnimatedWebp(file);
            };
        } catch (EOFException e) {
            return false;
        } finally {
            file.seek(0);
        }
    }

    /** The chunk that announces frames stands before the first picture (PNG 3, 11.3.6.1). */
    private static boolean isAnimatedPng(ImageInputStream file) throws IOException {
        file.seek(PNG_SIGNATURE);
        while (true) {
            var length = file.readUnsignedInt();
            var type = file.readInt();
            if (type == ACTL || type == IDAT) {
                return type == ACTL;
            }
            file.seek(file.getStreamPosition() + length + Integer.BYTES);
        }
    }

    /** A bit in the header of the extended format (RFC 9649, 2.7). */
    private static boolean isAnimatedWebp(ImageInputStream file) throws IOException {
        file.seek(VP8X_POSITION);
        if (file.readInt() != VP8X) {
            return false;
        }
        file.seek(VP8X_FLAGS);
        return (file.readByte() & ANIMATION) != 0;
    }
}
