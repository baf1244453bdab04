package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button did, told once on the page that one comes back to. A short-lived cookie carries it there, so that it needs
 * no memory of the server, and stays out of addresses that people share. Templates know it as {@code inject:notice}.
 */
@Named
@RequestScoped
public class Notice {

    /** What the viewer's button did to a user, and the last thing that happened, if anything ever did. */
    record Change(User user, boolean following, Optional<FollowEvent> event) {}

    /** What the page says. An event of 0 cannot be undone. */
    public record Told(boolean following, long event, long user, String username) {

        private static final Pattern WRITTEN =
                Pattern.compile("([01])\\.(\\d{1,18})\\.(\\d{1,18})\\.((?:[\\w.*+-]|%[0-9A-F]{2}){1,1500})");

        static Told of(Change change, Instant now) {
            var undoable = change.event().filter(event -> event.undoable(now)).map(event -> event.id);
            return new Told(change.following(), undoable.orElse(0L), change.user().id, change.user().username);
        }

        static Optional<Told> parse(String written) {
            var parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new Told(
                            parts.group(1).equals("1"),
                            Long.parseLong(parts.group(2)),
                            Long.parseLong(parts.group(3)),
                            URLDecoder.decode(parts.group(4), UTF_8)))
                    : Optional.empty();
        }

        public String words() {
            return following ? "You follow" : "You no longer follow";
        }

        public boolean undoable() {
            return event > 0;
        }

        /** What on the page shows the user. */
        public String target() {
            return "#u" + user;
        }

        String written() {
            return (following ? 1 : 0) + "." + event + "." + user + "." + URLEncoder.encode(username, UTF_8);
        }
    }

    private static final String COOKIE = "retinue-notice";

    private static final long SECONDS = 60;

    @Inject
    RoutingContext context;

    void say(Change change) {
        set(Told.of(change, Instant.now()).written(), SECONDS);
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
