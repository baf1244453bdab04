package dev.retinue.users;

import dev.retinue.web.Choice;
import java.util.Arrays;
import java.util.List;

/**
 * One of a user's lists as somebody asks for it: all of this is in its address.
 *
 * @param viewer the id of the member who looks, or {@link #NOBODY}
 * @param q what is to be found in the names; empty for everyone
 */
public record Listing(User user, Direction direction, long viewer, Sort sort, Show show, String q) {

    public static final long NOBODY = 0;

    /** Falls back to everyone, newest first, where the choice is not offered to that viewer. */
    public Listing {
        show = choices(user, direction, viewer).contains(show) ? show : Show.ALL;
        sort = sorts(viewer).contains(sort) ? sort : Sort.NEWEST;
        q = Find.text(q);
    }

    /** The whole list as anybody sees it, newest first. */
    public static Listing of(User user, Direction direction) {
        return new Listing(user, direction, NOBODY, Sort.NEWEST, Show.ALL, "");
    }

    /** The whole list as the user sees it. */
    public static Listing own(User user, Direction direction) {
        return new Listing(user, direction, user.id, Sort.NEWEST, Show.ALL, "");
    }

    public boolean followers() {
        return direction == Direction.FOLLOWERS;
    }

    /** Whether the viewer looks at a list of their own. */
    public boolean own() {
        return user.id == viewer;
    }

    /** Whether the viewer keeps notes in it. */
    boolean noted() {
        return own() && !followers();
    }

    /** Whether it is of those who are not to be seen. */
    public boolean deactivated() {
        return show == Show.DEACTIVATED;
    }

    /** Whether everyone is in it, so that its length is the count on the profile. */
    public boolean whole() {
        return show == Show.ALL && q.isEmpty();
    }

    /** What is said of the people in it, after whose list it is. */
    public String words() {
        var words = show.words(direction);
        return words.isEmpty() ? "" : " " + words;
    }

    /** The order, where it is not the usual one. */
    public String order() {
        return sort == Sort.NEWEST ? "" : ", " + sort.words();
    }

    /** What can be chosen to be shown; nothing where there is no choice. */
    public List<Choice> shows() {
        var choices = choices(user, direction, viewer);
        return choices.size() == 1
                ? List.of()
                : choices.stream()
                        .map(choice -> new Choice(choice.toString(), choice.label(direction), choice == show))
                        .toList();
    }

    public List<Choice> sorts() {
        return sorts(viewer).stream()
                .map(choice -> new Choice(choice.toString(), choice.label, choice == sort))
                .toList();
    }

    private static List<Show> choices(User user, Direction direction, long viewer) {
        return viewer == NOBODY ? List.of(Show.ALL) : direction.choices(user.id == viewer);
    }

    private static List<Sort> sorts(long viewer) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.KNOWN || viewer != NOBODY)
                .toList();
    }
}
