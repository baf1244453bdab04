package dev.retinue.users;

import dev.retinue.web.PageCache;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Finds who is looking, and whom at, before a page {@link AboutSomebody} begins: so no thread waits for it, and a page may need none.
 * Where nobody is found, no page begins.
 */
public class Arrival {

    @Inject
    CurrentIdentityAssociation identities;

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    Looks looks;

    @Inject
    HttpServerRequest request;

    @Inject
    FormerNames formerNames;

    @AboutSomebody
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Response> arrive(UriInfo address, SimpleResourceInfo page) {
        var name = address.getPathParameters().getFirst("name");
        var whom = new Whom(Username.key(name), page.getResourceClass() == Profiles.class);
        return whoIsLooking()
                .chain(() -> viewer.isAnonymous() ? visit(whom) : meet(whom))
                .chain(() ->
                        sights.hasMet() ? Uni.createFrom().nullItem() : wait(() -> formerNames.insteadOf(address)));
    }

    private Uni<?> whoIsLooking() {
        return PageCache.isForEveryone(request)
                ? Uni.createFrom().voidItem()
                : identities.getDeferredIdentity().invoke(identities::setIdentity);
    }

    private Uni<?> visit(Whom whom) {
        return looks.visit(whom.key(), request).invoke(seen -> sights.found(whom, seen.map(Sight::of)));
    }

    /** Members have found whom it is about together with themselves, unless the address is an odd one. */
    private Uni<?> meet(Whom whom) {
        return sights.hasFound(whom) ? Uni.createFrom().voidItem() : wait(() -> sights.look(whom));
    }

    /** In a thread that may wait for the database. */
    private static <T> Uni<T> wait(Callable<T> asking) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(asking, false).toCompletionStage());
    }
}
