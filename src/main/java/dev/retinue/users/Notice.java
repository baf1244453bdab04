package dev.retinue.users;

import dev.retinue.web.LocalPath;
import dev.retinue.web.SiteCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of a button, told once on the page that one comes back to. A short-lived cookie carries it there, so that it needs
 * no memory of the server, and stays out of addresses that people share. Templates know it as {@code inject:notice}.
 */
@Named
@RequestScoped
public class Notice {

    private static final SiteCookie COOKIE = new SiteCookie("retinue-notice", SiteCookie.EVERYWHERE);

    private static final Duration LIFETIME = Duration.ofMinutes(1);

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
        COOKIE.set(told.written(), LIFETIME, context);
    }

    /** What is to be told on this page, and on no other after it. */
    public Optional<Told> getTold() {
        var told = COOKIE.in(context);
        told.ifPresent(read -> COOKIE.end(context));
        return told.flatMap(Told::parse);
    }
}
