package dev.retinue.users;

import dev.retinue.web.Errors;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Where nobody has a name any more, leads to whoever had it: the same page, or the same button, by the name of today. */
public class FormerNames {

    private static final int PERMANENT_REDIRECT = 308;

    private static final Pattern OF_A_USER = Pattern.compile("/@([^/]+)(.*)");

    @Inject
    Sights sights;

    @ServerExceptionMapper
    public Response missing(NotFoundException e, @Context UriInfo address) {
        return BlockingOperationControl.isBlockingAllowed() ? insteadOf(address) : Errors.notFound();
    }

    /** The answer where nobody is found whom that address names. */
    Response insteadOf(UriInfo address) {
        return today(address).map(FormerNames::redirect).orElseGet(Errors::notFound);
    }

    /** Nothing where there is no former name, or the viewer may not know whose it was. */
    private Optional<String> today(UriInfo address) {
        var path = OF_A_USER.matcher(address.getPath());
        if (!path.matches()) {
            return Optional.empty();
        }
        var query = address.getRequestUri().getRawQuery();
        return FormerUsername.whoHad(Username.key(path.group(1)))
                .flatMap(user -> sights.seen(user.usernameKey))
                .map(seen -> Paths.path(seen.user()) + path.group(2) + (query == null ? "" : "?" + query));
    }

    /** Not to be remembered: the name can be taken again by whoever had it. */
    private static Response redirect(String address) {
        return Response.status(PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
