package dev.retinue.users;

/**
 * A user as the viewer sees them, with whom of the followers the viewer follows, as far as that was asked and may be seen.
 *
 * @param version of the viewer's counts
 */
public record Sight(Seen seen, Acquaintances known, long version) {

    /** Of an anonymous viewer. */
    static Sight of(Seen seen) {
        return of(seen, Acquaintances.NONE, 0);
    }

    static Sight of(Seen seen, Acquaintances known, long version) {
        return new Sight(seen, seen.followersShown() ? known : Acquaintances.NONE, version);
    }
}
