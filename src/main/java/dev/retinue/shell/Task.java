package dev.retinue.shell;

import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands have in common: help, exit codes, answers in words or for programs, and members by their names. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, or yes", "1:not done, or no; a sentence says why", "2:the command is not written so"})
abstract class Task implements Callable<Integer> {

    /** What an operator can mend: told as a sentence, with exit code 1. */
    static class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }

    static final int YES = 0;

    static final int NO = 1;

    @Option(names = "--json", description = "Answers with an object of JSON a line, for programs.")
    boolean json;

    /** On standard output. */
    void answer(String words, JsonObject object) {
        System.out.println(json ? object.encode() : words);
    }

    static void assertReadable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused("There is no file to read at " + file + ".");
        }
    }

    /** By name in any case, with spaces or underscores, with or without the sign that an address has before it. */
    static User user(String name) {
        return User.named(Username.unsigned(name))
                .orElseThrow(() -> new Refused("There is nobody called " + name + "."));
    }
}
