package dev.retinue.users;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A search in names: for the beginning of a word, and from three characters on for any part of the name. Where nobody has
 * such a name, for names that are alike (pg_trgm's word similarity, from the threshold in application.properties on).
 */
record Find(String key) {

    private static final int ANYWHERE_FROM = 3;

    private static final int MAX_LENGTH = 120;

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036F]");

    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{Nd}]");

    /** What was typed, as it is looked for and shown again: a line of at most {@value #MAX_LENGTH} characters; empty where it says nothing. */
    static String text(String typed) {
        var line = SPACES.matcher(typed).replaceAll(" ").strip();
        return of(line).all() ? "" : shortened(line);
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH));
    }

    /** In any case, with spaces or underscores, with or without the sign that an address has before a name. */
    static Find of(String typed) {
        return new Find(Username.key(Username.unsigned(typed)));
    }

    /** Whether nothing is looked for, so that everyone is found. */
    boolean all() {
        return plain(key).isEmpty();
    }

    /** The condition that what is looked for stands in that column. No name is made of signs alone. */
    String literally(String column) {
        if (!readable()) {
            return "false";
        }
        if (anywhere()) {
            return column + " like " + Literal.of("%" + pattern(key) + "%");
        }
        return column + " ~ " + Literal.of("(^|_)" + key.replaceAll("[^\\p{L}\\p{M}\\p{Nd}_]", "\\\\$0"));
    }

    /** The condition that a name in that column begins with it, of which the index of names gives the range. */
    String begins(String column) {
        if (!readable()) {
            return "false";
        }
        var first = Literal.of(key);
        return "(" + column + " >= " + first + " and " + column + " < " + Literal.of(key + LAST) + " and starts_with("
                + column + ", " + first + "))";
    }

    /** Whether nobody of those who were found is called that: their names are alike. */
    boolean isOnlyLike(List<Entry> found) {
        return !all() && !found.isEmpty() && found.stream().noneMatch(this::isIn);
    }

    /** What the names of those who were found are to what is looked for. */
    String likeness(List<Entry> found) {
        return isOnlyLike(found) ? "like" : "matching";
    }

    /** Whether it stands in the name, or in the note on it. */
    private boolean isIn(Entry entry) {
        return plain(Username.key(entry.username())).contains(plain(key))
                || lower(entry.note()).replaceAll("[ \n]", "_").contains(key);
    }

    /** Without the Combining Diacritical Marks of Unicode, as the indexes of names have it (V25). */
    static String plain(String key) {
        return MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Letter by letter, as the database does it, and not by where a letter stands. */
    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The condition that a name in that column is like what is looked for. No name is like signs alone. */
    String alike(String column) {
        return anywhere() && readable() ? column + " %> " + Literal.of(key) : "false";
    }

    private boolean readable() {
        return READABLE.matcher(key).find();
    }

    private boolean anywhere() {
        return key.codePointCount(0, key.length()) >= ANYWHERE_FROM;
    }

    /** What {@code like} takes for the text itself. */
    static String pattern(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
