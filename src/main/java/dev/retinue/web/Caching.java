package dev.retinue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Who may keep a page (RFC 9111). Whoever comes without cookies gets the page that every visitor gets, and caches may show it to
 * the next for some seconds; any other page is for one person and kept nowhere.
 */
public class Caching {

    static final String FOR_EVERYONE = "public, max-age=15, stale-while-revalidate=30";

    static final String FOR_ONE = "private, no-store";

    /** A cookie makes another page; the rest says how it is sent. */
    private static final String DIFFERS_BY = "Cookie, Accept-Encoding";

    @ServerResponseFilter
    public void cache(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isPage(response) || response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        response.getHeaders().add(HttpHeaders.VARY, DIFFERS_BY);
        if (request.getHeaderString(HttpHeaders.COOKIE) != null) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, FOR_ONE);
        } else {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, FOR_EVERYONE);
            tag(request, response);
        }
    }

    /** Weak, because compression changes the bytes and not the page (RFC 9110, 8.8.1). */
    private static void tag(ContainerRequestContext request, ContainerResponseContext response) {
        var tag = new EntityTag(Assets.digest(((String) response.getEntity()).getBytes(UTF_8)), true);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (request.getRequest().evaluatePreconditions(tag) != null) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static boolean isPage(ContainerResponseContext response) {
        return response.getStatus() == Response.Status.OK.getStatusCode()
                && response.getEntity() instanceof String
                && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
    }
}
