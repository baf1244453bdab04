package dev.retinue.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.retinue.users.Paths;
import dev.retinue.users.User;
import dev.retinue.web.SiteCookie;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/**
 * A browser on which somebody logged in before, which outlasts the log-out (device cookies, OWASP: "Slow Down Online Guessing
 * Attacks with Device Cookies"). It is sealed with the user's password hash, so it needs no other key, and ends with the password.
 */
record KnownDevice(String nonce, String seal) {

    private static final SiteCookie COOKIE = new SiteCookie("retinue-device", Paths.LOG_IN);

    /** The longest that browsers keep one. */
    private static final Duration LIFETIME = Duration.ofDays(400);

    static KnownDevice of(User user) {
        var nonce = Token.random();
        return new KnownDevice(nonce, user.password().seal(nonce));
    }

    static Optional<KnownDevice> in(RoutingContext context) {
        return COOKIE.in(context)
                .map(value -> value.split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new KnownDevice(parts[0], parts[1]));
    }

    boolean isOf(User user) {
        return !user.password().isNone()
                && MessageDigest.isEqual(
                        seal.getBytes(US_ASCII), user.password().seal(nonce).getBytes(US_ASCII));
    }

    void send(RoutingContext context) {
        COOKIE.set(nonce + "." + seal, LIFETIME, context);
    }

    /** Without what makes it known. */
    @Override
    public String toString() {
        return "KnownDevice";
    }
}
