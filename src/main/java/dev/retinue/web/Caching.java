package dev.retinue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Who may keep a page (RFC 9111). Whoever comes without cookies gets the page that every visitor gets, and caches may show it to
 * the next for some seconds, as {@link PageCache} does; any other page is for one person and kept nowhere. Both
 * are sent as bytes: text is encoded letter by letter, which takes a fifth of the server's time until that is compiled,
 * minutes after the start.
 */
public class Caching {

    static final String FOR_ONE = "private, no-store";

    @Inject
    PageCache pages;

    @Inject
    RoutingContext context;

    @ServerResponseFilter
    public void cache(ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!isPage(response) || headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        headers.add(HttpHeaders.VARY, KeptPage.DIFFERS_BY);
        if (PageCache.isForEveryone(context.request())) {
            share(response);
        } else {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, FOR_ONE);
            response.setEntity(html(response).getBytes(UTF_8));
        }
    }

    private void share(ContainerResponseContext response) {
        var page = pages.keep(html(response), context);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, KeptPage.FOR_EVERYONE);
        response.getHeaders().putSingle(HttpHeaders.ETAG, page.tag());
        if (page.isKnownBy(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(page.content());
        }
    }

    private static String html(ContainerResponseContext response) {
        return (String) response.getEntity();
    }

    private static boolean isPage(ContainerResponseContext response) {
        return response.getStatus() == Response.Status.OK.getStatusCode()
                && response.getEntity() instanceof String
                && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
    }
}
