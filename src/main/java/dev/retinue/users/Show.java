package dev.retinue.users;

import dev.retinue.web.Choice;
import java.util.Locale;

/** Which part of a list is shown, by what the viewer has to do with the people in it. */
enum Show {
    ALL,
    /** Whom the viewer follows, among the people of somebody else's list. */
    KNOWN,
    /** In one's own list: who follows back. */
    MUTUAL,
    /** In one's own list: the follow goes one way only. */
    ONE_WAY,
    /** In one's own list: what the two alone see. */
    PRIVATE,
    /** In one's own list: what others see of it. */
    SHOWN,
    /** In one's own list: those who have deactivated, of whom nothing but their number is told. */
    DEACTIVATED;

    /** Everyone, where an address says nothing that is known. */
    static Show parse(String written) {
        return Choice.among(values(), written).orElse(ALL);
    }

    boolean offered(boolean own) {
        return this == ALL || (this == KNOWN) != own;
    }

    /** As the choice in a list. */
    public String label(Direction direction) {
        return switch (this) {
            case ALL -> "Everyone";
            case KNOWN -> "People you follow";
            case MUTUAL -> "Mutual";
            case ONE_WAY -> direction == Direction.FOLLOWERS ? "Not followed back" : "Not following back";
            case PRIVATE -> "Private";
            case SHOWN -> "Shown to others";
            case DEACTIVATED -> "Deactivated";
        };
    }

    /** As the end of a heading that begins with whose list it is. */
    public String words(Direction direction) {
        return switch (this) {
            case ALL -> "";
            case KNOWN -> direction == Direction.FOLLOWERS ? "whom you follow" : "and you follow too";
            case MUTUAL -> direction == Direction.FOLLOWERS ? "followed back" : "and who follow back";
            case ONE_WAY -> direction == Direction.FOLLOWERS ? "not followed back" : "and who do not follow back";
            case PRIVATE -> "privately";
            case SHOWN -> "as others see them";
            case DEACTIVATED -> "who have deactivated";
        };
    }

    /** As an address says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
