package dev.retinue.shell;

import java.io.IOException;

/** Whether a person sits there. */
class Terminal {

    private Terminal() {}

    /** Whether a person can be asked, and answer. */
    static boolean isThere() throws IOException {
        return is(0) && is(2);
    }

    /** Whether what is written to standard error is seen by a person. */
    static boolean isWatched() throws IOException {
        return is(2);
    }

    private static boolean is(int stream) throws IOException {
        try {
            return new ProcessBuilder("sh", "-c", "test -t " + stream)
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
