package dev.retinue.avatars;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** What a camera notes in a JPEG: here, how it was held. Found by hand, as the JDK refuses notes in another order. */
class Exif {

    private static final int AFTER_START = 2;

    private static final int FIRST_SEGMENT = 0xFFC0;

    private static final int CAMERA_NOTES = 0xFFE1;

    private static final int START_OF_SCAN = 0xFFDA;

    private Exif() {}

    /** What is noted is often broken; then the picture stays as it is. */
    static Orientation orientation(ImageInputStream jpeg) throws IOException {
        try {
            return noted(jpeg);
        } catch (EOFException | RuntimeException e) {
            return Orientation.TOP_LEFT;
        } finally {
            jpeg.seek(0);
        }
    }

    private static Orientation noted(ImageInputStream jpeg) throws IOException {
        jpeg.seek(AFTER_START);
        var marker = jpeg.readUnsignedShort();
        while (marker >= FIRST_SEGMENT && marker != START_OF_SCAN) {
            var content = new byte[jpeg.readUnsignedShort() - Short.BYTES];
            jpeg.readFully(content);
            if (marker == CAMERA_NOTES && content[0] == 'E') {
                var noted = ExifUtils.getOrientationFromExif(content);
                return noted == null ? Orientation.TOP_LEFT : noted;
            }
            marker = jpeg.readUnsignedShort();
        }
        return Orientation.TOP_LEFT;
    }
}
