package dev.retinue.avatars;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** How often a reader has to go over a JPEG: about ten times where it is honest, for hours where someone wants it to. */
class Passes {

    private static final int MOST = 100;

    private static final int MARKER = 0xFF;

    private static final int START_OF_SCAN = 0xDA;

    private Passes() {}

    static boolean areTooMany(ImageInputStream file) throws IOException {
        var buffer = new byte[1 << 16];
        var count = 0;
        var before = 0;
        for (var length = file.read(buffer); length > 0; length = file.read(buffer)) {
            for (var i = 0; i < length; i++) {
                var now = buffer[i] & 0xFF;
                count += before == MARKER && now == START_OF_SCAN ? 1 : 0;
                before = now;
            }
        }
        file.seek(0);
        return count > MOST;
    }
}
