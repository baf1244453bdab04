package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.web.Text;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says of what came of a button.
 *
 * @param event what can be undone: the id of the event, or of the first; 0 where that cannot be undone
 * @param last the id of the last event
 * @param user to whom it was done; 0 for several people, or nobody else
 * @param who their name, or how many they are; empty for nobody else
 */
public record Told(Sentence sentence, long event, long last, long user, String who) {

    private static final String SENTENCES =
            Arrays.stream(Sentence.values()).map(Sentence::name).collect(Collectors.joining("|"));

    private static final Pattern WRITTEN = Pattern.compile(
            "(" + SENTENCES + ")\\.(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})\\.((?:[\\w.*+-]|%[0-9A-F]{2}){0,1500})");

    /**
     * What somebody has changed just now; or, where that was so already, by which deed.
     *
     * @param wished the kinds of deeds that make it so
     */
    static Told of(Pair pair, Set<EventKind> wished, Instant now) {
        var other = pair.other();
        return pair.done()
                .or(() -> pair.last().filter(last -> wished.contains(last.kind)))
                .map(deed -> of(deed, other, now))
                .or(() -> pair.changed().map(changed -> of(changed, other)))
                .orElseGet(() -> of(Sentence.UNCHANGED));
    }

    /** A request of the other is one that waits again. */
    static Told of(FollowEvent event, User user, Instant now) {
        if (event.kind == EventKind.REQUESTED && event.followerId.equals(user.id)) {
            return of(Sentence.WAITS, user);
        }
        return new Told(Sentence.of(event), event.undoable(now) ? event.id : 0, event.id, user.id, user.username);
    }

    /** That is about nobody else. */
    static Told of(Sentence sentence) {
        return new Told(sentence, 0, 0, 0, "");
    }

    /** That cannot be undone. */
    static Told of(Sentence sentence, User user) {
        return new Told(sentence, 0, 0, user.id, user.username);
    }

    /** What was done to people at once, in order. */
    static Told of(List<Pair> pairs, Instant now) {
        if (pairs.isEmpty()) {
            return of(Sentence.UNCHANGED);
        }
        if (pairs.size() == 1) {
            return of(pairs.get(0), Set.of(), now);
        }
        var each = pairs.stream().map(pair -> of(pair, Set.of(), now)).toList();
        var sentences = each.stream().map(Told::sentence).distinct().toList();
        return new Told(
                sentences.size() == 1 ? sentences.get(0) : Sentence.DONE,
                each.stream()
                        .mapToLong(Told::event)
                        .filter(event -> event > 0)
                        .min()
                        .orElse(0),
                each.stream().mapToLong(Told::last).max().orElse(0),
                0,
                Text.plural(each.size(), "person", "people"));
    }

    static Optional<Told> parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new Told(
                        Sentence.valueOf(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Long.parseLong(parts.group(4)),
                        URLDecoder.decode(parts.group(5), UTF_8)))
                : Optional.empty();
    }

    /** Before the name. */
    public String words() {
        return sentence.before;
    }

    /** After the name. */
    public String rest() {
        return toOne()
                ? sentence.after
                : switch (sentence) {
                    case ACCEPTED -> " as followers.";
                    case FOLLOWS_AGAIN -> " follow you again.";
                    case WAITS -> " wait for your answer again.";
                    default -> sentence.after;
                };
    }

    public boolean undoable() {
        return event > 0;
    }

    boolean toOne() {
        return user != 0;
    }

    /** What on the page shows the user, or all of them. */
    public String target() {
        return toOne() ? "#u" + user : "#main";
    }

    /** Where Undo leads back to, on the page that tells it. */
    public String place() {
        return toOne() ? target() : "";
    }

    String written() {
        return sentence + "." + event + "." + last + "." + user + "." + URLEncoder.encode(who, UTF_8);
    }
}
