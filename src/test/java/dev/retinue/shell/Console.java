package dev.retinue.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import picocli.CommandLine.IFactory;

/** The operator's commands, without starting a program for each. */
@ApplicationScoped
class Console {

    /** What a command printed, and its exit code. */
    record Answer(int code, String output, String problem) {}

    @Inject
    IFactory factory;

    Answer run(String... words) {
        return runWith("", words);
    }

    /** With that on standard input. */
    Answer runWith(String input, String... words) {
        var before = new PrintStream[] {System.out, System.err};
        var stdin = System.in;
        var output = new ByteArrayOutputStream();
        var problem = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, UTF_8));
        System.setErr(new PrintStream(problem, true, UTF_8));
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        try {
            var code = Shell.line(factory).execute(words);
            return new Answer(code, output.toString(UTF_8), problem.toString(UTF_8));
        } finally {
            System.setOut(before[0]);
            System.setErr(before[1]);
            System.setIn(stdin);
        }
    }
}
