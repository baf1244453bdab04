package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be when it is chosen: of any characters, but neither short nor common nor to be guessed from where it
 * stands (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0, V6.2).
 */
public class Passwords {

    private static final int MIN_CHARACTERS = 8;

    private static final int MAX_CHARACTERS = 128;

    /** What anyone would try on this site. */
    private static final String SITE = "retinue";

    private Passwords() {}

    /** What is wrong with the password for a member of that name; nothing where it is good. */
    public static Optional<String> objection(String password, String username) {
        var length = inNfc(password).codePointCount(0, inNfc(password).length());
        if (length < MIN_CHARACTERS || length > MAX_CHARACTERS) {
            return Optional.of("A password has " + MIN_CHARACTERS + " to " + MAX_CHARACTERS + " characters.");
        }
        if (isLike(password, username)) {
            return Optional.of("That password is too much like the username. Choose another.");
        }
        return Common.LIST.contains(password.toLowerCase(ROOT)) || isLike(password, SITE)
                ? Optional.of("That password is among the first that others would try. Choose another.")
                : Optional.empty();
    }

    /** The same text, however a keyboard puts its accents together (Unicode Standard Annex 15). */
    static String inNfc(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Also with digits and signs around it. */
    private static boolean isLike(String password, String name) {
        return Username.key(password).equals(Username.key(name))
                || letters(name).length() > 0 && letters(password).equals(letters(name));
    }

    private static String letters(String text) {
        return Username.key(text).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** Read when it is first asked for. */
    private static class Common {

        static final Set<String> LIST = read();

        private static Set<String> read() {
            try (var lines = new BufferedReader(
                    new InputStreamReader(Passwords.class.getResourceAsStream("/common-passwords.txt"), UTF_8))) {
                return lines.lines().collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
