package dev.retinue.users;

import io.quarkus.logging.Log;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who does a work beside the site, one time after the other: at once when woken, and from time to time what is left,
 * whoever left it.
 */
public class Worker {

    private static final long SECONDS = 5;

    private static final long STOP_SECONDS = 10;

    private final ScheduledExecutorService thread;

    /** Null until it has been started. */
    private volatile Runnable work;

    private volatile boolean stopped;

    public Worker(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(each -> new Thread(each, name));
    }

    /** @param work which ends soon once {@link #isStopped} */
    public void start(Runnable work) {
        this.work = work;
        thread.scheduleWithFixedDelay(this::tryToWork, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** Nothing happens unless it has been started. */
    public void wake() {
        if (work != null && !stopped) {
            thread.execute(this::tryToWork);
        }
    }

    public void stop() throws InterruptedException {
        stopped = true;
        thread.shutdown();
        thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    public boolean isStopped() {
        return stopped;
    }

    private void tryToWork() {
        try {
            work.run();
        } catch (Throwable e) { // or it would never be begun again
            Log.errorf(
                    e,
                    "The work of %s is left for the next time",
                    Thread.currentThread().getName());
        }
    }
}
