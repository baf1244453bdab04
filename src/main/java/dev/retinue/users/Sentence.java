package dev.retinue.users;

/** What a page says of what came of a button, around the name of whom it was done to, where it was done to somebody. */
public enum Sentence {
    FOLLOWED("You follow", "."),
    UNFOLLOWED("You no longer follow", "."),
    REQUESTED("You asked to follow", "."),
    WITHDRAWN("You no longer ask to follow", "."),
    REMOVED("You removed", " from your followers."),
    ACCEPTED("You accepted", " as a follower."),
    /** Of an acceptance that takes back a removal. */
    FOLLOWS_AGAIN("", " follows you again."),
    DECLINED("You declined the request of", "."),
    BLOCKED("You blocked", "."),
    UNBLOCKED("You no longer block", "."),
    MUTED("You muted", "."),
    UNMUTED("You no longer mute", "."),
    /** Of what has no event, this and the next: nothing began or ended. */
    FOLLOWS_PRIVATELY("You follow", " privately: only the two of you see it."),
    FOLLOWS_OPENLY("You follow", " openly: others may see it."),
    /** Of a request that is there again. */
    WAITS("", " waits for your answer again."),
    /** Of several people to whom different things were done. */
    DONE("Done for", "."),
    NOTHING("There is nothing left to undo about", "."),
    /** About nobody else, this and what follows. */
    UNCHANGED("Nothing has changed."),
    SAVED("Saved."),
    NOT_DONE("That was not done, as you were not logged in. Log in, and do it again."),
    PASSWORD_SAVED("Saved. You are logged out everywhere else."),
    LOGGED_OUT_THERE("Logged out there."),
    ANOTHER_FILE("That was not done, as it is not the file that you looked at any more."),
    PUT_AWAY("The file is put away. What was imported from it stays."),
    DEACTIVATED("Your account is hidden, and everything is kept. Log in whenever you want it back."),
    LEFT("Your account is hidden, and will be deleted in " + User.GRACE.toDays()
            + " days. Log in before then to keep it."),
    BACK("Welcome back. Your account is as you left it; in the lists of others you are seen again in a moment."),
    BACK_IN_TIME(
            "Welcome back. Your account will not be deleted, and is as you left it; in the lists of others you are seen again in a moment.");

    final String before;

    final String after;

    Sentence(String whole) {
        this(whole, "");
    }

    Sentence(String before, String after) {
        this.before = before;
        this.after = after;
    }

    static Sentence of(FollowEvent event) {
        return event.kind == EventKind.ACCEPTED && !event.fresh ? FOLLOWS_AGAIN : of(event.kind);
    }

    /** Of whatever somebody does to one person: what a block ends beside that, nobody is told. */
    static Sentence of(EventKind kind) {
        return valueOf(kind.name());
    }
}
