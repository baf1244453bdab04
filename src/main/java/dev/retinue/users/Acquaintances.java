package dev.retinue.users;

/** Those of a user's followers whom the viewer follows: how many, and the names of the newest two. */
public record Acquaintances(long count, String... names) {

    static final Acquaintances NONE = new Acquaintances(0);

    /** How many are not named. */
    public long others() {
        return count - names.length;
    }
}
