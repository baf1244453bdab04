package dev.retinue.portability;

import dev.retinue.users.Username;

/**
 * The names of a file, each of which is told once as long as it is remembered. What is remembered is bounded: a name that was forgotten,
 * or is long, is met like a new one.
 */
class Names {

    /** In letters, as many as a UUID has: few names are longer, and what is remembered is of known size. */
    private static final int LONGEST_REMEMBERED = 36;

    /** Of two names of 36 letters of any script; with 20 of Latin-1 they take 184. */
    private static final int BYTES_OF_A_PLACE = 280;

    /** With 1.2 GB. */
    private static final int MOST_PLACES = 1 << 22;

    private final Name[] latest;

    private final Name[] before;

    /** @param bytes of memory that may be taken for them */
    Names(long bytes) {
        var places = (int) Math.max(1, Math.min(bytes / BYTES_OF_A_PLACE, MOST_PLACES));
        latest = new Name[places];
        before = new Name[places];
    }

    /** A name as it is typed, and its number once it has been told. */
    static class Name {

        private final String typed;

        private final int keyHash;

        private int number;

        private Name(String typed) {
            this.typed = typed;
            this.keyHash = Username.of(typed).key().hashCode();
        }

        boolean told() {
            return number > 0;
        }

        /** @param number from 1 */
        Username tell(int number) {
            this.number = number;
            return Username.of(typed);
        }

        int number() {
            return number;
        }

        boolean means(Name other) {
            return keyHash == other.keyHash && Username.key(typed).equals(Username.key(other.typed));
        }
    }

    /**
     * The name that was typed.
     *
     * @throws Username.Malformed where it cannot be a username
     */
    Name of(String typed) {
        return typed.length() > LONGEST_REMEMBERED ? new Name(typed) : remembered(typed);
    }

    private Name remembered(String typed) {
        var place = place(typed);
        var last = latest[place];
        if (last != null && last.typed.equals(typed)) {
            return last;
        }
        var other = before[place];
        var name = other != null && other.typed.equals(typed) ? other : new Name(typed);
        before[place] = last;
        latest[place] = name;
        return name;
    }

    /** Names that are alike have hashes that are alike: spread by the golden ratio. */
    private int place(String typed) {
        var hash = Integer.toUnsignedLong(typed.hashCode() * 0x9E3779B9);
        return (int) (hash * latest.length >>> Integer.SIZE);
    }
}
