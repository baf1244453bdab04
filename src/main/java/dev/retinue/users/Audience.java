package dev.retinue.users;

import dev.retinue.web.Choice;
import java.util.Arrays;
import java.util.List;

/** Who may see something of a user. The user always may. */
public enum Audience {
    EVERYONE("Everyone"),
    MEMBERS("Members of Retinue"),
    FOLLOWERS("My followers"),
    MUTUALS("Followers whom I follow back"),
    ME("Only me");

    public final String label;

    Audience(String label) {
        this.label = label;
    }

    /** The strictest, where nothing is said that is known. */
    public static Audience parse(String written) {
        return Choice.among(values(), written).orElse(ME);
    }

    /** All of them, of which this one is chosen. */
    public List<Choice> choices() {
        return Arrays.stream(values())
                .map(audience -> new Choice(audience.name(), audience.label, audience == this))
                .toList();
    }

    /** By what the viewer is to the user. */
    boolean admits(boolean member, Relation relation) {
        return switch (this) {
            case EVERYONE -> true;
            case MEMBERS -> member;
            case FOLLOWERS -> relation.following();
            case MUTUALS -> relation.mutual();
            case ME -> false;
        };
    }
}
