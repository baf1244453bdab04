package dev.retinue.portability;

import dev.retinue.web.Busy;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * A file that a browser keeps. It is written by a worker for as long as its reader takes, so only some are written at once: the other
 * workers are for pages. Nothing that others wait for is held meanwhile.
 */
record Download(StreamingOutput content) {

    static final int MOST = 8;

    static final Semaphore AT_ONCE = new Semaphore(MOST);

    /** The answer that gives it that name. */
    Response as(String name, String type) {
        StreamingOutput inTurn = this::write;
        return Response.ok(inTurn, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private void write(OutputStream out) throws IOException {
        if (!AT_ONCE.tryAcquire()) {
            throw new Busy();
        }
        try {
            content.write(out);
        } finally {
            AT_ONCE.release();
        }
    }
}
