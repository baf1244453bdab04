package dev.retinue.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.shell.Task.Refused;
import dev.retinue.users.Passwords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A password for somebody: made here and shown once, or read, so that it stands in no history of commands. */
class Secret {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** Of 5 random bits each. */
    private static final int LENGTH = 26;

    @Option(names = "--password-stdin", description = "Reads the password, a line, instead of making one.")
    boolean read;

    /** For a member of that name. */
    String get(String username) throws IOException {
        return read ? given(username) : made();
    }

    /** To be told once, where nobody gave it. */
    String told(String password) {
        return read ? "" : " Password, shown this once: " + password;
    }

    private static String given(String username) throws IOException {
        var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        var password = Objects.requireNonNullElse(line, "");
        Passwords.objection(password, username).ifPresent(objection -> {
            throw new Refused(objection);
        });
        return password;
    }

    private static String made() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
