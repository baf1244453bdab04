package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a request is about.
 *
 * @param key by which the user is found, as {@link Username#key} makes it; nothing for whoever asks
 * @param known whether it is told whom of their followers the viewer follows
 */
public record Whom(String key, boolean known) {

    /** Whoever asks. */
    static final Whom SELF = new Whom("", false);

    private static final Pattern ABOUT_SOMEBODY = Pattern.compile("/@(?<name>[^/]+)(?<what>/.*|)");

    /** What tells whom one knows: a profile, and how two know each other. */
    private static final Set<String> KNOWN = Set.of("", "/", Paths.HISTORY);

    /** By the path that is asked for, which may be encoded. A page that names nobody is about whoever asks for it. */
    public static Whom of(String path) {
        var about = ABOUT_SOMEBODY.matcher(path);
        return about.matches()
                ? new Whom(Username.key(decoded(about.group("name"))), KNOWN.contains(about.group("what")))
                : SELF;
    }

    /** Whether whoever asks for this is told all that is told to whoever asks for the other. */
    boolean covers(Whom other) {
        return key.equals(other.key) && (known || !other.known);
    }

    /** The same, as a member with that key asks. */
    public Whom askedBy(String member) {
        return key.isEmpty() ? new Whom(member, known) : this;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
