package dev.retinue.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.shell.Task.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A password for somebody: made here and shown once, or read, so that it stands in no history of commands. */
class Secret {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private static final int SHORTEST = 8;

    /** As many bytes bcrypt reads. */
    private static final int LONGEST = 72;

    @Option(names = "--password-stdin", description = "Reads the password, a line, instead of making one.")
    boolean read;

    String get() throws IOException {
        return read ? given() : made();
    }

    /** To be told once, where nobody gave it. */
    String told(String password) {
        return read ? "" : " Password, shown this once: " + password;
    }

    private static String given() throws IOException {
        var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        if (line == null || line.codePointCount(0, line.length()) < SHORTEST || line.getBytes(UTF_8).length > LONGEST) {
            throw new Refused("A password has at least 8 characters, and at most 72 bytes.");
        }
        return line;
    }

    private static String made() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
