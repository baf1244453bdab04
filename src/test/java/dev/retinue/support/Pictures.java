package dev.retinue.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files to send as pictures: good ones, and such as no camera makes. */
public class Pictures {

    private static final int PNG_SIGNATURE = 8;

    private static final int PNG_HEADER = PNG_SIGNATURE + 25;

    /** 40 by 20 pixels. */
    public static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    "UklGRmAAAABXRUJQVlA4IFQAAABwAwCdASooABQAPzmEvFY+p6YjsBVaq9AnCWgAACfxIFLrqAAA/umAGv1dmuuluQ1yrf/6D77d4/G2"
                            + "+YwAK7DltArZAwr6/EFGBMeO+tLgRPMAAAA=");

    public static final byte[] ANIMATED_WEBP = Base64.getDecoder()
            .decode(
                    "UklGRsAAAABXRUJQVlA4WAoAAAACAAAAAwAAAwAAQU5JTQYAAAD/////AABBTk1GSAAAAAAAAAAAAAMAAAMAAGQAAAJWUDggMAAAANAB"
                            + "AJ0BKgQABAACADQloAJ0ugH4AAOwAP7wxAv/ILlhdcjX/yA/5Af8gP/48gAAAEFOTUZEAAAAAAAAAAAAAwAAAwAAZAAAAFZQ"
                            + "OCAsAAAAlAEAnQEqBAAEAAAANCWgAnS6AAOYAP75k2//kB//kB//kB//ID/iF3sgMABS");

    private Pictures() {}

    /** Red on the left, blue on the right. */
    public static byte[] jpeg(int width, int height) {
        return file(halves(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)), "jpeg");
    }

    /** The same JPEG with a note of the camera that it lay on its left side, and where it was taken. */
    public static byte[] jpegOnItsSide(int width, int height) {
        var exif = "\u00FF\u00E1\0\u0029Exif\0\0II*\0\10\0\0\0\1\0\u0012\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0GPS 52N";
        return inserted(jpeg(width, height), 2, exif.getBytes(ISO_8859_1));
    }

    /** All of it can be seen through. */
    public static byte[] transparentPng(int width, int height) {
        return file(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    public static byte[] animatedPng() {
        return inserted(transparentPng(4, 4), PNG_HEADER, chunk("acTL\0\0\0\2\0\0\0\0".getBytes(ISO_8859_1)));
    }

    /** Says that it is this large, and ends there. */
    public static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        return inserted(Arrays.copyOf(transparentPng(1, 1), PNG_SIGNATURE), PNG_SIGNATURE, chunk(header.array()));
    }

    public static byte[] gif() {
        return file(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "gif");
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage halves(BufferedImage picture) {
        var canvas = picture.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, picture.getWidth() / 2, picture.getHeight());
        canvas.dispose();
        return picture;
    }

    private static byte[] file(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(byte[] typeAndData) {
        var sum = new CRC32();
        sum.update(typeAndData);
        return ByteBuffer.allocate(typeAndData.length + 8)
                .putInt(typeAndData.length - 4)
                .put(typeAndData)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] inserted(byte[] file, int position, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, position)
                .put(more)
                .put(file, position, file.length - position)
                .array();
    }
}
