package dev.retinue.shell;

import dev.retinue.portability.Progress;

/** Plain lines, for a log: one a step, and one for every tenth of the bytes. */
class ProgressLines implements Progress {

    private static final int PARTS = 10;

    private final long total;

    private long done;

    ProgressLines(long total) {
        this.total = Math.max(1, total);
    }

    @Override
    public void step(String words) {
        System.err.println(words + " ...");
    }

    @Override
    public void advance(long bytes) {
        var before = done * PARTS / total;
        done += bytes;
        var now = done * PARTS / total;
        if (now > before) {
            System.err.println("  " + now * 100 / PARTS + " %");
        }
    }
}
