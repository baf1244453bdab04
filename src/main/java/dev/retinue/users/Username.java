package dev.retinue.users;

import static java.util.Locale.ROOT;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A well-formed username: at most 120 characters, letters and digits of any script, {@code _ - .} and single inner
 * spaces. Two usernames with the same key are the same name.
 *
 * @param text as its owner writes it
 * @param key the text in NFKC (Unicode Standard Annex 15), without case, spaces as {@code _}
 */
public record Username(String text, String key) {

    private static final int MAX_LENGTH = 120;

    /** Letters with at most four marks each, and digits; the hyphens, dots and spaces between them. */
    private static final Pattern SHAPE = Pattern.compile("(?:\\p{L}\\p{M}{0,4}+|\\p{Nd}|[_.-]|(?<! ) )++");

    /** Letters and marks that show nothing: Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

    /** Most usernames, of which this says at less cost what the rules for all scripts say. No normalization changes ASCII (UAX 15). */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]\\w*+(?:[ .-]\\w++)*+");

    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{Nd}]");

    /** What is wrong with a username; its message is a sentence for the person who typed it. */
    public static class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Takes what was typed, without the spaces around it.
     *
     * @throws Malformed where it cannot be a username
     */
    public static Username of(String typed) {
        return isPlain(typed) && typed.length() <= MAX_LENGTH ? new Username(typed, plainKey(typed)) : ofAny(typed);
    }

    private static Username ofAny(String typed) {
        var text = SPACE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            throw new Malformed("Choose a username.");
        }
        if (length(text) > MAX_LENGTH || length(plain) > MAX_LENGTH) {
            throw new Malformed("A username has at most " + MAX_LENGTH + " characters.");
        }
        if (plain.contains("  ")) {
            throw new Malformed("Put one space, not more, between the words of a username.");
        }
        if (!SHAPE.matcher(plain).matches() || INVISIBLE.matcher(text).find()) {
            throw new Malformed("Use letters, digits, spaces and _ - . in a username, and nothing else.");
        }
        if (!READABLE.matcher(plain).find()) {
            throw new Malformed("A username needs at least one letter or digit.");
        }
        return new Username(text, key(text));
    }

    /** Without the sign that an address has before a name, and that no name has. */
    public static String unsigned(String typed) {
        return typed.strip().replaceFirst("^[@\uFF20]", "");
    }

    /** The key of whatever was typed or stands in an address, well-formed or not, in characters a database can keep. */
    public static String key(String typed) {
        return isPlain(typed) ? plainKey(typed) : keyOfAny(typed);
    }

    private static boolean isPlain(String typed) {
        return PLAIN.matcher(typed).matches();
    }

    private static String plainKey(String plain) {
        return plain.toLowerCase(ROOT).replace(' ', '_');
    }

    private static String keyOfAny(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var folded = plain.toLowerCase(ROOT).toUpperCase(ROOT).toLowerCase(ROOT).replace('ς', 'σ');
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .replace(' ', '_')
                .replace('\0', '\uFFFD');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
