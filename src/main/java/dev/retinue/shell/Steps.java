package dev.retinue.shell;

import dev.retinue.users.CountRepair;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBarBuilder;

/** What is being done, for a person who waits at a terminal. */
class Steps {

    /** Something in steps, each of which it tells when it begins. */
    interface Work<T> {
        T run(Consumer<String> step) throws IOException, SQLException;
    }

    private Steps() {}

    /** Counts everyone, with a bar that moves. */
    static void count(Consumer<CountRepair.Progress> work) throws IOException {
        if (!Terminal.isWatched()) {
            work.accept((done, all) -> {});
            return;
        }
        try (var bar = new ProgressBarBuilder().setTaskName("Counting").build()) {
            work.accept((done, all) -> bar.maxHint(all).stepTo(done));
        }
    }

    static <T> T of(Work<T> work) throws IOException, SQLException {
        if (!Terminal.isWatched()) {
            return work.run(step -> {});
        }
        try (var bar = new ProgressBarBuilder().setInitialMax(-1).build()) {
            return work.run(step -> {
                bar.setExtraMessage(step);
                bar.step();
            });
        }
    }
}
