package dev.retinue.avatars;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/** A picture as somebody sends it: measured before it is read, and of that only the square in its middle. */
class Picture {

    private static final int MAX_SIDE = 12_000;

    private static final int MILLION = 1_000_000;

    /** Of a longer side, pixels are left out while reading: they would not be seen. */
    private static final int ENOUGH = 800;

    /** How the warnings of the JPEG reader begin that tell of an end before the end. */
    private static final List<String> CUT_SHORT = List.of("Premature end", "Truncated File");

    private final Format format;

    private final ImageReader reader;

    private final int width;

    private final int height;

    private boolean cutShort;

    private Picture(Format format, ImageReader reader) throws IOException {
        this.format = format;
        this.reader = reader;
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    /**
     * The square in the middle of the picture, upright and on white.
     *
     * @throws Unusable where the file holds no picture, or none that can be shown so
     */
    static BufferedImage square(ImageInputStream file) throws Unusable {
        try {
            var format = Format.of(file).orElseThrow(() -> new Unusable("Choose a PNG, JPEG or WebP picture."));
            if (Movement.isIn(file, format)) {
                throw new Unusable("This picture moves. Choose one that stands still.");
            }
            return format == Format.JPEG ? uprightSquare(file) : square(file, format);
        } catch (IOException | RuntimeException e) {
            // Readers meet broken files with exceptions of every kind.
            throw new Unusable("This picture is broken. Save it anew, or choose another.", e);
        }
    }

    private static BufferedImage uprightSquare(ImageInputStream jpeg) throws IOException, Unusable {
        if (Passes.areTooMany(jpeg)) {
            throw new Unusable("This picture takes too long to read. Save it anew, or choose another.");
        }
        var upright = ExifFilterUtils.getFilterForOrientation(Exif.orientation(jpeg));
        return upright.apply(square(jpeg, Format.JPEG));
    }

    private static BufferedImage square(ImageInputStream file, Format format) throws IOException, Unusable {
        var reader = format.reader(file);
        try {
            var picture = new Picture(format, reader);
            picture.checkSize();
            return picture.read();
        } finally {
            reader.dispose();
        }
    }

    private void checkSize() throws Unusable {
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new Unusable("This picture is too large. A side may have 12,000 pixels.");
        }
        if ((long) width * height > (long) format.megapixels() * MILLION) {
            throw new Unusable("This picture is too large. " + format.title() + " may have " + format.megapixels()
                    + " million pixels.");
        }
    }

    private BufferedImage read() throws IOException {
        var side = Math.min(width, height);
        var step = Math.max(1, side / ENOUGH);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        parameters.setSourceSubsampling(step, step, 0, 0);
        reader.addIIOReadWarningListener(
                (source, warning) -> cutShort |= CUT_SHORT.stream().anyMatch(warning::startsWith));
        var square = onWhite(reader.read(0, parameters));
        if (cutShort) {
            throw new IOException("The file ends early");
        }
        return square;
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = flat.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return flat;
    }
}
