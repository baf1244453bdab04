package dev.retinue.users;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * What a button did, told once on the page that one comes back to. A short-lived cookie carries it there, so that it needs
 * no memory of the server, and stays out of addresses that people share. Templates know it as {@code inject:notice}.
 */
@Named
@RequestScoped
public class Notice {

    private static final String COOKIE = "retinue-notice";

    private static final long SECONDS = 60;

    @Inject
    RoutingContext context;

    void say(Told told) {
        set(told.written(), SECONDS);
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
