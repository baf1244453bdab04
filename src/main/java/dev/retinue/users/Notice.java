package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.users.FollowEvent.Kind;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a button did, told once on the page that one comes back to. A short-lived cookie carries it there, so that it needs
 * no memory of the server, and stays out of addresses that people share. Templates know it as {@code inject:notice}.
 */
@Named
@RequestScoped
public class Notice {

    /** What the page says of a user. An event of 0 cannot be undone. */
    public record Told(Kind kind, long event, long user, String username) {

        private static final String KINDS =
                Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining("|"));

        private static final Pattern WRITTEN =
                Pattern.compile("(" + KINDS + ")\\.(\\d{1,18})\\.(\\d{1,18})\\.((?:[\\w.*+-]|%[0-9A-F]{2}){1,1500})");

        /** What somebody last did to a user; or, where there is no record of that, whether they follow. */
        static Told of(Pair pair, Instant now) {
            var user = pair.other();
            return pair.last()
                    .map(last -> new Told(last.kind, last.undoable(now) ? last.id : 0, user.id, user.username))
                    .orElseGet(() ->
                            new Told(pair.follows() ? Kind.FOLLOWED : Kind.UNFOLLOWED, 0, user.id, user.username));
        }

        static Optional<Told> parse(String written) {
            var parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new Told(
                            Kind.valueOf(parts.group(1)),
                            Long.parseLong(parts.group(2)),
                            Long.parseLong(parts.group(3)),
                            URLDecoder.decode(parts.group(4), UTF_8)))
                    : Optional.empty();
        }

        /** Before the name. */
        public String words() {
            return switch (kind) {
                case FOLLOWED -> "You follow";
                case UNFOLLOWED -> "You no longer follow";
                case REQUESTED -> "You asked to follow";
                case WITHDRAWN -> "You no longer ask to follow";
                case REMOVED -> "You removed";
                case ACCEPTED -> "You accepted";
                case DECLINED -> "You declined the request of";
                case BLOCKED, SEVERED, RETRACTED -> "You blocked";
                case UNBLOCKED -> "You no longer block";
                case MUTED -> "You muted";
                case UNMUTED -> "You no longer mute";
            };
        }

        /** After the name. */
        public String rest() {
            return switch (kind) {
                case REMOVED -> " from your followers.";
                case ACCEPTED -> " as a follower.";
                default -> ".";
            };
        }

        public boolean undoable() {
            return event > 0;
        }

        /** What on the page shows the user. */
        public String target() {
            return "#u" + user;
        }

        String written() {
            return kind + "." + event + "." + user + "." + URLEncoder.encode(username, UTF_8);
        }
    }

    private static final String COOKIE = "retinue-notice";

    private static final long SECONDS = 60;

    @Inject
    RoutingContext context;

    void say(Pair pair) {
        set(Told.of(pair, Instant.now()).written(), SECONDS);
    }

    /** What is to be told on this page, and on no other after it. */
    public Optional<Told> getTold() {
        var cookie = context.request().getCookie(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        set("", 0);
        return Told.parse(cookie.getValue());
    }

    private void set(String value, long seconds) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setMaxAge(seconds)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }
}
