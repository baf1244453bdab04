package dev.retinue.portability;

/** Why a row of a file of follows is left out. */
public enum Skip {
    NOT_TWO_COLUMNS("not two columns"),
    BROKEN_QUOTE("in quotes that go on over lines"),
    NOT_A_USERNAME("not a username"),
    SELF_FOLLOW("follows themself"),
    BLOCKED("one blocks the other"),
    TWICE_IN_FILE("twice in the file"),
    KNOWN("followed already");

    public final String words;

    Skip(String words) {
        this.words = words;
    }
}
