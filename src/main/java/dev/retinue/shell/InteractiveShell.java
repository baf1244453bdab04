package dev.retinue.shell;

import dev.retinue.database.DataDirectory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.SyntaxError;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Takes one command after the other. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = {
            "Takes one command after the other, each without \"retinue\": with a history, and Tab for commands and usernames. Ctrl-D ends it.",
            "Example: shell"
        })
class InteractiveShell implements Callable<Integer> {

    @Inject
    CommandLine.IFactory factory;

    @Inject
    Completion completion;

    @ConfigProperty(name = "retinue.data-dir", defaultValue = "data")
    String folder;

    @Override
    public Integer call() throws IOException {
        try (var terminal = TerminalBuilder.builder().dumb(true).build()) {
            var reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("retinue")
                    .completer(completion)
                    .variable(LineReader.HISTORY_FILE, new DataDirectory(Path.of(folder)).file("shell.history"))
                    .build();
            System.out.println("Type --help for the commands, and Ctrl-D to end.");
            while (takesOne(reader)) {}
            return 0;
        }
    }

    /** Whether there may be more. What is typed wrong ends nothing. */
    private boolean takesOne(LineReader reader) {
        try {
            reader.readLine("retinue> ");
            var words = reader.getParsedLine().words().stream()
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
            if (words.length > 0 && !isOfServing(words)) {
                Shell.line(factory).execute(words);
            }
            return true;
        } catch (UserInterruptException | SyntaxError e) {
            return true;
        } catch (EndOfFileException e) {
            return false;
        }
    }

    private static boolean isOfServing(String... words) {
        var is = words[0].equals("serve") || words[0].equals("shell");
        if (is) {
            System.err.println("Not from here: end this with Ctrl-D first.");
        }
        return is;
    }
}
