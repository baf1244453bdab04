package dev.retinue.users;

/** A user as the viewer sees them, and whom of the followers the viewer follows, as far as the viewer may see the followers. */
public record Met(Seen seen, Acquaintances known) {

    static Met of(Seen seen, Acquaintances known) {
        return new Met(seen, seen.followersShown() ? known : Acquaintances.NONE);
    }
}
