package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.web.Text;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** What somebody has changed just now, or else last did to a user; or, where there is no record of that, whether they follow. */
    static Told of(Pair pair, Instant now) {
        var other = pair.other();
        return pair.changed()
                .map(changed -> of(changed, other))
                .or(() -> pair.last().map(last -> of(last, other, now)))
                .orElseGet(() -> of(pair.follows(), other));
    }

    static Told of(FollowEvent event, User user, Instant now) {
        return new Told(Sentence.of(event.kind), event.undoable(now) ? event.id : 0, event.id, user.id, user.username);
    }

    /** Where there is no record of it. */
    static Told of(boolean follows, User user) {
        return of(follows ? Sentence.FOLLOWED : Sentence.UNFOLLOWED, user);
    }

    /** That is about nobody else. */
    static Told of(Sentence sentence) {
        return new Told(sentence, 0, 0, 0, "");
    }

    /** That cannot be undone. */
    private static Told of(Sentence sentence, User user) {
        return new Told(sentence, 0, 0, user.id, user.username);
    }

    /** What was done to people at once, in order. */
    static Told of(List<Pair> pairs, Instant now) {
        if (pairs.isEmpty()) {
            return of(Sentence.UNCHANGED);
        }
        if (pairs.size() == 1) {
            return of(pairs.get(0), now);
        }
        var events = pairs.stream().flatMap(pair -> pair.done().stream()).toList();
        var last = events.get(events.size() - 1);
        return new Told(
                Sentence.of(last.kind), events.get(0).id, last.id, 0, Text.plural(events.size(), "person", "people"));
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
        return sentence == Sentence.ACCEPTED && !toOne() ? " as followers." : sentence.after;
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
