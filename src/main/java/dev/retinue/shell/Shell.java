package dev.retinue.shell;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands of an operator. */
@Command(
        name = "retinue",
        mixinStandardHelpOptions = true,
        version = "Retinue 1.0",
        description = "Without a command: serves the pages, until it is stopped.",
        subcommands = {LoadFollows.class, Recount.class, Check.class})
public class Shell implements QuarkusApplication, Callable<Integer> {

    @Inject
    CommandLine.IFactory factory;

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
        return new CommandLine(this, factory)
                .setExecutionExceptionHandler(Shell::explain)
                .execute(args);
    }

    /** What an operator can cause is a sentence; anything else is a bug, with all that is known of it. */
    private static int explain(Exception problem, CommandLine line, ParseResult asked) throws Exception {
        if (problem instanceof IOException || problem instanceof CsvParseException) {
            System.err.println("That did not work: " + problem.getMessage() + ". Nothing was changed.");
            return line.getCommandSpec().exitCodeOnExecutionException();
        }
        throw problem;
    }

    @Override
    public Integer call() {
        Quarkus.waitForExit();
        return 0;
    }
}
