package dev.retinue.support;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An address with a bug behind it. */
@Path("/broken")
public class Broken {

    @GET
    public String broken() {
        throw new IllegalStateException("a secret of the machine room");
    }
}
