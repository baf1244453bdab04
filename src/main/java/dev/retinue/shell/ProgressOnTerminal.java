package dev.retinue.shell;

import dev.retinue.portability.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar that moves, for a person at a terminal. */
class ProgressOnTerminal implements Progress, AutoCloseable {

    private static final long MEBIBYTE = 1 << 20;

    private final ProgressBar bar;

    ProgressOnTerminal(long total) {
        bar = new ProgressBarBuilder()
                .setInitialMax(total)
                .setUnit(" MB", MEBIBYTE)
                .build();
    }

    @Override
    public void step(String words) {
        bar.setExtraMessage(words);
    }

    @Override
    public void advance(long bytes) {
        bar.stepBy(bytes);
    }

    @Override
    public void close() {
        bar.close();
    }
}
