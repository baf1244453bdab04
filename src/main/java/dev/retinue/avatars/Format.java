package dev.retinue.avatars;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A format that pictures come in, with its reader and the most pixels that this one reads in the memory there is. */
enum Format {
    JPEG("A JPEG", builtIn("jpeg"), 25),
    PNG("A PNG", builtIn("png"), 25),
    /** Its reader keeps all of a picture in small objects: some 20 bytes a pixel. */
    WEBP("A WebP", new WebPImageReaderSpi(), 4);

    private final String title;

    private final ImageReaderSpi readers;

    private final int megapixels;

    Format(String title, ImageReaderSpi readers, int megapixels) {
        this.title = title;
        this.readers = readers;
        this.megapixels = megapixels;
    }

    /** By what the file says, whatever it is called. */
    static Optional<Format> of(ImageInputStream file) throws IOException {
        for (var format : values()) {
            if (format.wrote(file)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private boolean wrote(ImageInputStream file) throws IOException {
        try {
            return readers.canDecodeInput(file);
        } catch (EOFException e) {
            return false;
        } finally {
            file.seek(0);
        }
    }

    ImageReader reader(ImageInputStream file) throws IOException {
        var reader = readers.createReaderInstance();
        reader.setInput(file, false, true);
        return reader;
    }

    /** With its article, to begin a sentence. */
    String title() {
        return title;
    }

    int megapixels() {
        return megapixels;
    }

    private static ImageReaderSpi builtIn(String name) {
        return ImageIO.getImageReadersByFormatName(name).next().getOriginatingProvider();
    }
}
