package dev.retinue.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address on this site: a path, with or without query and fragment, that no browser takes for another site. */
public record LocalPath(String value) {

    public static final LocalPath HOME = new LocalPath("/");

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

    /** Nothing where it is missing, leads elsewhere, or has characters that no address has. */
    public static Optional<LocalPath> of(String value) {
        return Optional.ofNullable(value).filter(LOCAL.asMatchPredicate()).map(LocalPath::new);
    }

    /** Home where {@link #of} gives nothing. */
    public static LocalPath orHome(String value) {
        return of(value).orElse(HOME);
    }

    /** The page on which a button was pressed, or else the address above its own. */
    public static LocalPath before(HttpServerRequest request) {
        var page = request.getHeader("Referer");
        var site = request.scheme() + "://" + request.authority();
        return orHome(
                page != null && page.startsWith(site + "/")
                        ? page.substring(site.length())
                        : request.path().replaceFirst("/[^/]*$", ""));
    }

    /** See there (303): the answer to a form that worked, and to whoever has no use for one. */
    public Response redirect() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, value)
                .build();
    }
}
