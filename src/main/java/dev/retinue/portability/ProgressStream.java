package dev.retinue.portability;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how far a file has been read. */
class ProgressStream extends FilterInputStream {

    private final Progress progress;

    ProgressStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        if (count > 0) {
            progress.advance(count);
        }
        return count;
    }
}
