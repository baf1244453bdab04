package dev.retinue.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Corpus;
import dev.retinue.support.Endpoint;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Scenery;
import dev.retinue.support.Sight;
import dev.retinue.support.StoredText;
import dev.retinue.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every field, query, path and header does with {@link Corpus what nobody sends who means well}. */
@QuarkusTest
class FuzzTest extends RetinueTest {

    private static final int SOME = 6;

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "HX-Request",
            "HX-Target",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "User-Agent",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Http-Method-Override",
            "X-Nothing");

    /** What ends the session or the account, or takes back what the pages show, is tried by somebody else. */
    private static final String ENDING =
            "/logout.*|/several/undo|/settings/(account|sessions|username|password|privacy).*";

    /** Nothing that was put in became part of the page. */
    private static final String INJECTED = Corpus.MARK + ", [" + Corpus.MARK + "], [onmouseover], [onfocus],"
            + " [href^=javascript:], [src^=javascript:], [action^=javascript:]";

    private final Corpus corpus = new Corpus(20260711);

    private final Wire wire = new Wire();

    private final SoftAssertions found = new SoftAssertions();

    private final Map<String, String> usual = new HashMap<>();

    @Inject
    Scenery scenery;

    @Inject
    StoredText text;

    @BeforeEach
    void somethingGoesOn() {
        scenery.enter();
        pages().forEach(page -> page.select("form [name]")
                .forEach(field ->
                        usual.merge(field.attr("name"), field.val(), (first, next) -> first.isEmpty() ? next : first)));
    }

    @AfterEach
    void nothingWasFound() throws IOException {
        wire.close();
        found.assertAll();
    }

    @Test
    void everyFormOfThePagesIsTried() {
        var endpoints = Endpoint.all();
        for (var form : pages().flatMap(page -> page.select("form:not([action=/styleguide])").stream())
                .toList()) {
            var names = form.select("[name]:not([hidden])").eachAttr("name");
            var path = form.attr("action").replaceFirst("[?].*", "");
            assertThat(endpoints)
                    .as(form.outerHtml())
                    .anyMatch(each -> each.post() == form.attr("method").equalsIgnoreCase("post")
                            && path.matches(each.path().replaceAll("\\{[^}]*}", "[^/]+"))
                            && each.fields().containsAll(names));
        }
    }

    @Test
    void whateverIsSentInFieldsAndQueriesIsNeverAnsweredWith5xxNorShownAsMarkup() throws IOException {
        for (var endpoint : Endpoint.all()) {
            for (var field : endpoint.fields()) {
                for (var value : corpus.some(SOME)) {
                    send(endpoint, form(endpoint, field, "&" + field + "=" + value));
                }
                send(endpoint, form(endpoint, field, ""));
                send(endpoint, form(endpoint, field, ("&" + field + "=1").repeat(3)));
            }
        }
        nothingIsStoredThatCannotBeRead();
        everyPageIsStillThere();
    }

    @Test
    void whateverStandsInAPathIsNeverAnsweredWith5xxNorShownAsMarkup() throws IOException {
        for (var endpoint : Endpoint.all()) {
            for (var value : corpus.some(SOME)) {
                send(
                        new Endpoint(
                                endpoint.post(), endpoint.path().replaceFirst("\\{[^}]*}|[^/]*$", value), List.of()),
                        "");
                send(new Endpoint(endpoint.post(), endpoint.path() + "/" + value, List.of()), "");
            }
        }
        for (var value : corpus.all()) {
            send(new Endpoint(false, "/@" + value, List.of()), "");
            send(new Endpoint(false, "/" + value, List.of()), "");
        }
        everyPageIsStillThere();
    }

    @Test
    void whateverStandsInAHeaderIsNeverAnsweredWith5xxNorShownAsMarkup() throws IOException {
        for (var name : HEADERS) {
            for (var value : corpus.all()) {
                var sent = new ByteArrayOutputStream();
                sent.writeBytes("GET /@Reader_1 HTTP/1.1\r\n".getBytes(ISO_8859_1));
                sent.writeBytes((name.equals("Host") ? "" : "Host: localhost\r\n").getBytes(ISO_8859_1));
                sent.writeBytes((name + ": ").getBytes(ISO_8859_1));
                sent.writeBytes(Corpus.header(value));
                sent.writeBytes("\r\n\r\n".getBytes(ISO_8859_1));
                check(sent.toByteArray());
            }
        }
        nothingIsStoredThatCannotBeRead();
        everyPageIsStillThere();
    }

    private void send(Endpoint endpoint, String form) throws IOException {
        var member = endpoint.path().matches(ENDING) ? "Priya" : "Sutton";
        for (var cookie : List.of("", "Cookie: retinue=" + Browser.of(member).session() + "\r\n")) {
            var path = endpoint.path().replaceAll("\\{[^}]*}", "Reader_1");
            var head = "Host: localhost\r\n" + cookie;
            check((endpoint.post()
                            ? "POST " + path + " HTTP/1.1\r\n" + head
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form
                            : "GET " + path + "?" + form + " HTTP/1.1\r\n" + head + "\r\n")
                    .getBytes(ISO_8859_1));
        }
    }

    /** The form as it would be sent, with something else in place of that field. */
    private String form(Endpoint endpoint, String field, String instead) {
        return endpoint.fields().stream()
                        .filter(other -> !other.equals(field))
                        .map(other ->
                                other + "=" + usual.getOrDefault(other, "1").replaceAll("[^\\w-]", "+"))
                        .collect(joining("&"))
                + instead;
    }

    private void check(byte[] request) throws IOException {
        Wire.Answer answer;
        try {
            answer = wire.send(request);
        } catch (IOException e) {
            wire.close();
            found.fail("No answer to " + new String(request, UTF_8), e);
            return;
        }
        var shown = Jsoup.parse(answer.body());
        found.assertThat(answer.status()).as(new String(request, UTF_8)).isLessThan(500);
        found.assertThat(answer.header(Corpus.MARK))
                .as(new String(request, UTF_8))
                .isEmpty();
        found.assertThat(shown.select(INJECTED)).as(new String(request, UTF_8)).isEmpty();
        found.assertThat(shown.text())
                .as(new String(request, UTF_8))
                .doesNotContain(Corpus.MARK + "49" + Corpus.MARK, Corpus.MARK + "Sutton" + Corpus.MARK);
    }

    private void nothingIsStoredThatCannotBeRead() {
        found.assertThat(text.stored("[\\u0001-\\u0008\\u000B-\\u001F\\u007F-\\u009F]"))
                .isEmpty();
        found.assertThat(text.usernames("[[:cntrl:]\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFD<>&\"'']"))
                .isEmpty();
    }

    private void everyPageIsStillThere() {
        Sight.all().forEach(sight -> {
            var answer = sight.answer();
            found.assertThat(answer.statusCode())
                    .as("%s", sight)
                    .isEqualTo(sight.page().equals("nothing-here") ? 404 : 200);
            found.assertThat(Jsoup.parse(answer.asString()).select(INJECTED))
                    .as("%s", sight)
                    .isEmpty();
        });
    }

    private static Stream<Document> pages() {
        var pages = new ArrayList<Document>();
        Sight.all().forEach(sight -> pages.add(Jsoup.parse(sight.html())));
        return pages.stream();
    }
}
