package dev.retinue.shell;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The commands of an operator. */
@Command(
        name = "retinue",
        mixinStandardHelpOptions = true,
        version = "Retinue 1.0",
        description = "Without a command: serves the pages, until it is stopped.",
        footer = "%nEvery command has --help, with an example, and most have --json for programs.",
        subcommands = {
            Serve.class,
            InteractiveShell.class,
            Users.class,
            FollowUser.class,
            UnfollowUser.class,
            Follows.class,
            ShowFollow.class,
            Followers.class,
            Following.class,
            ClearFollows.class,
            ImportTask.class,
            ExportTask.class,
            LoadFollows.class,
            Recount.class,
            Check.class,
            BackupTask.class,
            RestoreTask.class,
            Stats.class
        })
public class Shell implements QuarkusApplication, Callable<Integer> {

    @Inject
    CommandLine.IFactory factory;

    /** The exit code, where nothing has to run: help was asked for and printed, or the arguments are wrong. */
    public static OptionalInt answerWithoutRunning(String... args) {
        if (asksNothing(args)) {
            return OptionalInt.empty();
        }
        var line = grammar(CommandLine.defaultFactory());
        try {
            var help = CommandLine.executeHelpRequest(line.parseArgs(args));
            return help == null ? OptionalInt.empty() : OptionalInt.of(help);
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            e.getCommandLine().usage(System.err);
            return OptionalInt.of(e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput());
        }
    }

    /** Whether the arguments ask for the pages. */
    public static boolean serves(String... args) {
        if (asksNothing(args)) {
            return true;
        }
        var parsed = grammar(CommandLine.defaultFactory()).parseArgs(args);
        return !parsed.hasSubcommand()
                || parsed.subcommand().commandSpec().name().equals("serve");
    }

    @Override
    public int run(String... args) {
        return asksNothing(args) ? call() : line(factory).execute(args);
    }

    /** Then there is nothing to understand, and the pages are there sooner. */
    private static boolean asksNothing(String... args) {
        return args.length == 0;
    }

    /** Takes a command, as often as it is asked to. */
    static CommandLine line(CommandLine.IFactory factory) {
        return grammar(factory).setExecutionStrategy(Shell::execute).setExecutionExceptionHandler(Shell::explain);
    }

    private static CommandLine grammar(CommandLine.IFactory factory) {
        return new CommandLine(Shell.class, factory).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** With a view of the database that begins and ends with the command. */
    private static int execute(ParseResult command) {
        var request = Arc.container().requestContext();
        if (request.isActive()) {
            return new RunLast().execute(command);
        }
        request.activate();
        try {
            return new RunLast().execute(command);
        } finally {
            request.terminate();
        }
    }

    /** What an operator can cause is a sentence; anything else is a bug, with all that is known of it. */
    private static int explain(Exception problem, CommandLine line, ParseResult asked) throws Exception {
        if (problem instanceof Task.Refused) {
            System.err.println(problem.getMessage());
            return Task.NO;
        }
        if (problem instanceof IOException || problem instanceof CsvParseException) {
            System.err.println("That did not work: " + problem.getMessage() + ". Nothing was changed.");
            return Task.NO;
        }
        throw problem;
    }

    @Override
    public Integer call() {
        return new Serve().call();
    }
}
