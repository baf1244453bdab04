package dev.retinue.support;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An address with a bug behind it, and a secret in it. */
@Path("/broken-feeds/{secret}.atom")
public class BrokenFeed {

    @GET
    public String broken(String secret) {
        throw new IllegalStateException("no feed today");
    }
}
