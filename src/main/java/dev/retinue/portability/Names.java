package dev.retinue.portability;

import dev.retinue.users.Username;

/**
 * The names of a file, each of which is taken apart and told once as long as it is remembered. What is remembered is bounded: a name
 * that was forgotten is met like a new one.
 */
class Names {

    private final Name[] latest;

    private final Name[] before;

    /** @param places each for two names; a power of two */
    Names(int places) {
        latest = new Name[places];
        before = new Name[places];
    }

    /** A name as it is typed, and its number once it has been told. */
    static class Name {

        private final String typed;

        private final int keyHash;

        private Username untold;

        private int number;

        private Name(String typed) {
            this.typed = typed;
            this.untold = Username.of(typed);
            this.keyHash = untold.key().hashCode();
        }

        boolean told() {
            return untold == null;
        }

        Username tell(int number) {
            var name = untold;
            this.number = number;
            this.untold = null;
            return name;
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
        var hash = typed.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & latest.length - 1;
    }
}
