package dev.retinue.users;

import java.util.regex.Pattern;

/**
 * A search in names: for the beginning of a word, and from three characters on for any part of the name. Where nobody has
 * such a name, for names that are alike (pg_trgm's word similarity, from the threshold in application.properties on).
 */
record Find(String key) {

    private static final int ANYWHERE_FROM = 3;

    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{Nd}]");

    /** In any case, with spaces or underscores, with or without the sign that an address has before a name. */
    static Find of(String typed) {
        return new Find(Username.key(Username.unsigned(typed)));
    }

    /** Whether nothing is looked for, so that everyone is found. */
    boolean all() {
        return key.isEmpty();
    }

    /** The condition that what is looked for stands in that column. No name is made of signs alone. */
    String literally(String column) {
        if (!READABLE.matcher(key).find()) {
            return "false";
        }
        if (anywhere()) {
            return column + " like " + Literal.of("%" + pattern(key) + "%");
        }
        return column + " ~ " + Literal.of("(^|_)" + key.replaceAll("[^\\p{L}\\p{M}\\p{Nd}_]", "\\\\$0"));
    }

    /** Whether it stands in the name, or in the note on it. */
    boolean isIn(Entry entry) {
        return Username.key(entry.username()).contains(key)
                || lower(entry.note()).replaceAll("[ \n]", "_").contains(key);
    }

    /** Letter by letter, as the database does it, and not by where a letter stands. */
    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The condition that a name in that column is like what is looked for. */
    String alike(String column) {
        return anywhere() ? column + " %> " + Literal.of(key) : "false";
    }

    private boolean anywhere() {
        return key.codePointCount(0, key.length()) >= ANYWHERE_FROM;
    }

    /** What {@code like} takes for the text itself. */
    static String pattern(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
