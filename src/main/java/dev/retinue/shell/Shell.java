package dev.retinue.shell;

import dev.retinue.accounts.DemoCast;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands of an operator. */
@Command(
        name = "retinue",
        mixinStandardHelpOptions = true,
        version = "Retinue 1.0",
        description = "Without a command: serves the pages, until it is stopped.",
        subcommands = {LoadFollows.class, Recount.class})
public class Shell implements QuarkusApplication, Callable<Integer> {

    @Inject
    CommandLine.IFactory factory;

    @Inject
    DemoCast demo;

    /** The exit code, where nothing has to run: help was asked for and printed, or the arguments are wrong. */
    public static OptionalInt answerWithoutRunning(String... args) {
        var line = new CommandLine(Shell.class);
        try {
            var help = CommandLine.executeHelpRequest(line.parseArgs(args));
            return help == null ? OptionalInt.empty() : OptionalInt.of(help);
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            e.getCommandLine().usage(System.err);
            return OptionalInt.of(e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput());
        }
    }

    /** Whether there is no command in the arguments. */
    public static boolean serves(String... args) {
        return !new CommandLine(Shell.class).parseArgs(args).hasSubcommand();
    }

    @Override
    public int run(String... args) {
        return new CommandLine(this, factory).execute(args);
    }

    @Override
    public Integer call() {
        demo.enter().ifPresent(System.out::println);
        Quarkus.waitForExit();
        return 0;
    }
}
