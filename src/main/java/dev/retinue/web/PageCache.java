package dev.retinue.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pages that every visitor gets, made once for all who ask for them while they are fresh: not longer than their
 * {@code max-age}, and not once anything was changed through this instance, whatever it was. Of what other instances change, and of
 * what a replica has not heard of yet, a page tells when it is made anew.
 */
@ApplicationScoped
public class PageCache {

    /** After what refuses a request, before what takes time. */
    private static final int BEFORE_ROUTING = 950;

    /** Some 600 profiles. */
    private static final long MOST_BYTES = 2 << 20;

    /** Where more are kept, one is kept when it is asked for again: others would grow old in the heap, which is then collected as a whole. */
    private static final long ROOM_BYTES = MOST_BYTES * 7 / 8;

    /** For when the database is away. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String CHANGES = PageCache.class.getName();

    private final Cache<String, KeptPage> pages = Caffeine.newBuilder()
            .executor(Runnable::run) // a thread of its own costs each page more than the little there is to do
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES)
            .<String, KeptPage>weigher((address, page) -> address.length() + page.size())
            .build();

    private final Eviction<String, KeptPage> room = pages.policy().eviction().orElseThrow();

    private final Lately made = new Lately();

    /** How many changes there were: a page made before the last of them is old. */
    private final AtomicLong changes = new AtomicLong();

    /** How many there were when all pages were forgotten, also those that were being made. */
    private volatile long forgotten;

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_ROUTING);
    }

    /** Whatever the transaction did: it has ended before anybody is told of it. */
    void changed(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
        changed();
    }

    /** A statement outside of transactions did something. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** What visitors were shown may be no longer for them: not while the database is away, either. */
    public synchronized void forget() {
        forgotten = changes.incrementAndGet();
        pages.invalidateAll();
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        if (isKept(request)) {
            fresh(request).ifPresentOrElse(page -> page.send(context), () -> make(context));
        } else {
            context.next();
        }
    }

    private Optional<KeptPage> fresh(HttpServerRequest request) {
        return kept(request).filter(page -> page.isFresh(changes.get()));
    }

    /** The page as it was when it was last made, where it is for everyone and has been asked for lately. */
    Optional<KeptPage> kept(HttpServerRequest request) {
        return isKept(request) ? Optional.ofNullable(pages.getIfPresent(address(request))) : Optional.empty();
    }

    private void make(RoutingContext context) {
        context.put(CHANGES, changes.get());
        context.next();
    }

    /** Whatever was changed while the page was made, made it old already. */
    KeptPage keep(String html, RoutingContext context) {
        long before = context.get(CHANGES, changes.get());
        var page = KeptPage.of(html, before);
        if (isKept(context.request())) {
            keep(address(context.request()), page);
        }
        return page;
    }

    private void keep(String address, KeptPage page) {
        var again = made.again(address) || pages.asMap().containsKey(address);
        if (again || hasRoom()) {
            pages.put(address, page);
            if (page.changes() < forgotten) {
                pages.invalidate(address);
            }
        }
    }

    private boolean hasRoom() {
        return room.weightedSize().orElseThrow() < ROOM_BYTES;
    }

    /** Whether it asks for a page that every visitor gets. */
    public static boolean isKept(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) && isForEveryone(request);
    }

    /** Whether what it asks for does not depend on who asks. */
    public static boolean isForEveryone(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.COOKIE);
    }

    /** With the site as its visitor calls it, which the page tells too. */
    private static String address(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority() + request.uri();
    }
}
