package dev.retinue.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page shown when a request cannot be answered: it says why, and leads on. */
public class Errors {

    private static final int NOT_FOUND = 404;

    private static final int UNAVAILABLE = 503;

    private static final Logger LOG = Logger.getLogger(Errors.class);

    record Page(int status, String title, String sentence, String back) implements TemplateInstance {

        Page(int status, String title, String sentence) {
            this(status, title, sentence, LocalPath.HOME.value());
        }

        Page leadingTo(LocalPath there) {
            return new Page(status, title, sentence, there.value());
        }
    }

    static Page page(int status) {
        return switch (status) {
            case 400 -> new Page(400, "That address or form is broken", "Part of it is missing or garbled.");
            case 401, 403 ->
                new Page(
                        403,
                        "Not allowed",
                        "The request did not come from a page of this site, or it is not yours to make."
                                + " If you did mean it, open the page here and try again.");
            case 404 -> new Page(404, "Nothing here", "Nobody goes by that name, and no page is at that address.");
            case 405 -> new Page(405, "Not like that", "That address only takes what a button here sends to it.");
            case 408 -> new Page(408, "That took too long", "What was sent did not arrive in time. Please try again.");
            case 413 ->
                new Page(
                        413,
                        "Too much at once",
                        "What was sent is larger than any form here needs: a picture may have 5 MB, a list of people 20 MB, all else far less.");
            case 503 ->
                new Page(
                        503,
                        "Too busy at the moment",
                        "This site cannot keep up just now, or is starting again. Please try once more in some seconds.");
            default ->
                status < 500
                        ? new Page(status, "That did not work", "The request cannot be answered.")
                        : new Page(500, "Something broke", "The mistake is ours, and it is noted. Please try again.");
        };
    }

    public static Response notFound() {
        return Html.page(NOT_FOUND, page(NOT_FOUND));
    }

    /** The page that leads back there, and says when to try again. */
    public static Response later(Later e, LocalPath back) {
        return Html.later(e, new Page(Html.TOO_MANY, "Too much for now", e.getMessage(), back.value()));
    }

    @ServerExceptionMapper
    public Response later(Later e, UriInfo asked) {
        return later(e, new LocalPath(asked.getRequestUri().getRawPath()));
    }

    @ServerExceptionMapper
    public Response busy(Busy e) {
        return Response.fromResponse(Html.page(UNAVAILABLE, page(UNAVAILABLE)))
                .header(HttpHeaders.RETRY_AFTER, Busy.SECONDS)
                .build();
    }

    @ServerExceptionMapper
    public Response refused(Refusal e) {
        var page = new Page(
                Html.UNPROCESSABLE,
                "That does not work",
                e.getMessage(),
                e.back().value());
        return Html.page(Html.UNPROCESSABLE, page);
    }

    @ServerExceptionMapper
    public Response failed(WebApplicationException e) {
        var status = e.getResponse().getStatus();
        if (status >= 500) {
            LOG.error("A request failed", e);
        }
        return Html.page(status, page(status));
    }
}
