package dev.retinue.web;

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

    /** The answer to a form that worked: see there (303). */
    public Response redirect() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, value)
                .build();
    }
}
