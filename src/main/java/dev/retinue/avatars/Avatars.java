package dev.retinue.avatars;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The members' pictures, at addresses that whoever fetched once need not ask again. */
@Path("/avatars")
public class Avatars {

    private static final String FOREVER = "public, max-age=31536000, immutable";

    @GET
    @Path("{key: [0-9a-f]{32}}-96.jpg")
    public Response small(String key) {
        return jpeg(Avatar.small(key));
    }

    @GET
    @Path("{key: [0-9a-f]{32}}-400.jpg")
    public Response large(String key) {
        return jpeg(Avatar.large(key));
    }

    private static Response jpeg(Optional<byte[]> found) {
        return Response.ok(found.orElseThrow(NotFoundException::new))
                .type("image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .build();
    }
}
