package dev.retinue.shell;

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
