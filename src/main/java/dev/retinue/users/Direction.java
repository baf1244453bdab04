package dev.retinue.users;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which of a user's two lists. */
public enum Direction {
    FOLLOWERS("followed_id", "follower_id", "follower_hidden"),
    FOLLOWING("follower_id", "followed_id", "followed_hidden");

    /** The column of {@code follows} that holds whose list it is. */
    final String owner;

    /** The column of {@code follows} that holds whom the list shows. */
    final String person;

    /** The column that tells whether the list does not show them. */
    final String hidden;

    Direction(String owner, String person, String hidden) {
        this.owner = owner;
        this.person = person;
        this.hidden = hidden;
    }

    /** As an address says it. */
    public static Direction parse(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    Direction opposite() {
        return this == FOLLOWERS ? FOLLOWING : FOLLOWERS;
    }

    /** What can be shown of this list to a member, of whom it is the own list or somebody else's. */
    List<Show> choices(boolean own) {
        return Arrays.stream(Show.values()).filter(show -> show.offered(own)).toList();
    }
}
