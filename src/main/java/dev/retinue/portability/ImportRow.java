package dev.retinue.portability;

import dev.retinue.users.Username;

/**
 * Somebody in a file that a member brings along.
 *
 * @param account as the file has it: {@code name}, {@code @name} or {@code name@host}
 * @param note what to keep in mind about following them; empty for nothing
 * @param secret whether to follow them privately
 */
record ImportRow(long line, String account, String note, boolean secret) {

    private static final int SHOWN = 200;

    private static final int LONGEST_NOTE = 500;

    ImportRow {
        account = shortened(account, SHOWN);
        note = shortened(note, LONGEST_NOTE);
    }

    /** The key of the username; empty where it is none. */
    String key() {
        try {
            return Username.of(name().split("@", 2)[0]).key();
        } catch (Username.Malformed e) {
            return "";
        }
    }

    /** Where they are; empty where nothing is said of that. */
    String host() {
        var parts = name().split("@", 2);
        return parts.length == 1 ? "" : parts[1];
    }

    /** What makes two rows the same. */
    String identity() {
        return key().isEmpty() ? "@" + account : key();
    }

    private String name() {
        return account.startsWith("@") ? account.substring(1) : account;
    }

    /** In characters that the database keeps, and not more than so many. */
    private static String shortened(String text, int length) {
        var kept = text.replace('\0', '\uFFFD');
        return kept.codePointCount(0, kept.length()) <= length
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, length));
    }
}
