package dev.retinue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A page that every visitor gets (RFC 9111, 4.2).
 *
 * @param address as a pattern, by which metrics count it; empty where there is none
 * @param tag changes with the content; weak, because compression changes the bytes and not the page (RFC 9110, 8.8.1)
 * @param madeAt by {@link System#nanoTime}
 * @param changes how much had been changed before it was made
 */
record KeptPage(String address, byte[] content, String tag, long madeAt, long changes) {

    private static final Duration LIFETIME = Duration.ofSeconds(15);

    /** For as long after that, a cache may show it while it asks for it anew. */
    private static final Duration SHOWN_MEANWHILE = Duration.ofSeconds(30);

    static final String FOR_EVERYONE =
            "public, max-age=" + LIFETIME.toSeconds() + ", stale-while-revalidate=" + SHOWN_MEANWHILE.toSeconds();

    /** A cookie makes another page; the rest says how it is sent. */
    static final String DIFFERS_BY = "Cookie, Accept-Encoding";

    /** Where Quarkus keeps the pattern of the address that is asked for, for metrics. */
    private static final String PATTERN = "UrlPathTemplate";

    /** As it answers the request in whose context it is. */
    static KeptPage of(String html, long changes) {
        var content = html.getBytes(UTF_8);
        return new KeptPage(pattern(), content, tag(content), System.nanoTime(), changes);
    }

    private static String pattern() {
        return context().map(context -> context.<String>getLocal(PATTERN)).orElse("");
    }

    /** That of the request. */
    private static Optional<Context> context() {
        return Optional.ofNullable(Vertx.currentContext());
    }

    /** Two sums of 32 bits that have nothing to do with each other: a tenth of the time that a hash takes against which nobody cheats. */
    private static String tag(byte[] content) {
        return "W/\"" + Long.toHexString(sum(new CRC32C(), content) << 32 | sum(new CRC32(), content)) + "\"";
    }

    private static long sum(Checksum sum, byte[] content) {
        sum.update(content);
        return sum.getValue();
    }

    int size() {
        return content.length;
    }

    boolean isFresh(long changesNow) {
        return changes == changesNow && age().compareTo(LIFETIME) < 0;
    }

    /** Whether somebody has it who names those tags. */
    boolean isKnownBy(String ifNoneMatch) {
        return ifNoneMatch != null && List.of(ifNoneMatch.split("\\s*,\\s*")).contains(tag);
    }

    void send(RoutingContext context) {
        context().filter(request -> !address.isEmpty()).ifPresent(request -> request.putLocal(PATTERN, address));
        var response = context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVERYONE)
                .putHeader(HttpHeaders.VARY, DIFFERS_BY)
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader("Age", String.valueOf(age().toSeconds()));
        if (isKnownBy(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Html.TYPE).end(Buffer.buffer(content));
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - madeAt);
    }
}
