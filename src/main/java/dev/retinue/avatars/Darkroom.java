package dev.retinue.avatars;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.stream.FileImageInputStream;

/** Where pictures become avatars, one at a time: reading one takes memory that two would not have. */
@ApplicationScoped
public class Darkroom {

    private static final long PATIENCE_SECONDS = 20;

    /** Each holds a thread that pages need, too. */
    private static final int MAX_WAITING = 4;

    private final Semaphore places = new Semaphore(1, true);

    /**
     * Both sizes of the picture in that file.
     *
     * @throws Unusable where it is none, is too large or is broken, or where others keep waiting too long
     */
    public Portrait develop(Path file) throws Unusable {
        if (!enter()) {
            throw new Unusable("Many pictures are coming in just now. Try again in a minute.");
        }
        try (var stream = new FileImageInputStream(file.toFile())) {
            return Portrait.of(Picture.square(stream));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.getQueueLength() < MAX_WAITING && places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
