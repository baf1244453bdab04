package dev.retinue.shell;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves the pages. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {"Serves the pages, until it is stopped: what happens without a command, too.", "Example: serve"})
class Serve implements Callable<Integer> {

    @Override
    public Integer call() {
        Quarkus.waitForExit();
        return 0;
    }
}
