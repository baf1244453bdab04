package dev.retinue.users;

import dev.retinue.web.LocalPath;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * What came of a button, told once on the page that one comes back to. A short-lived cookie carries it there, so that it needs
 * no memory of the server, and stays out of addresses that people share. Templates know it as {@code inject:notice}.
 */
@Named
@RequestScoped
public class Notice {

    private static final String COOKIE = "retinue-notice";

    /** Behind https no other site of the domain can set it (RFC 6265bis, 4.1.3.2). */
    private static final String HTTPS_COOKIE = "__Host-" + COOKIE;

    private static final long SECONDS = 60;

    @Inject
    RoutingContext context;

    /** Leads there, where that is told. Not before it is done for good: where that fails afterwards, it is told all the same. */
    public Response lead(LocalPath there, Sentence sentence) {
        say(sentence);
        return there.redirect();
    }

    /** On the next page, wherever the answer leads. */
    public void say(Sentence sentence) {
        say(Told.of(sentence));
    }

    void say(Told told) {
        set(told.written(), SECONDS);
    }

    /** What is to be told on this page, and on no other after it. */
    public Optional<Told> getTold() {
        var cookie = context.request().getCookie(name());
        if (cookie == null) {
            return Optional.empty();
        }
        set("", 0);
        return Told.parse(cookie.getValue());
    }

    private String name() {
        return context.request().isSSL() ? HTTPS_COOKIE : COOKIE;
    }

    private void set(String value, long seconds) {
        context.response()
                .addCookie(Cookie.cookie(name(), value)
                        .setMaxAge(seconds)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }
}
