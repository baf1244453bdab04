package dev.retinue.support;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An address with a bug behind it, and one with a statement that takes too long. */
@Path("/broken")
public class Broken {

    @GET
    public String broken() {
        throw new IllegalStateException("a secret of the machine room");
    }

    @GET
    @Path("slow")
    public String slow() {
        return String.valueOf(Panache.getEntityManager()
                .createNativeQuery("select cast(pg_sleep(60) as text)", String.class)
                .getSingleResult());
    }
}
