package dev.retinue.portability;

import dev.retinue.users.Direction;
import dev.retinue.users.Lists;
import dev.retinue.users.Sights;
import dev.retinue.users.Viewer;
import dev.retinue.users.WholeList;
import dev.retinue.web.Here;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The lists of one's own, as files. The choices are those of the list, and so are the people in them. */
@Path("/@{name}")
@Authenticated
public class Export {

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    WholeList whole;

    @Inject
    Here here;

    @GET
    @Path("{list: followers|following}.{format: csv|json}")
    public Response list(String name, String list, String format, @BeanParam Lists.Choices choices) {
        var seen = sights.see(name);
        if (!seen.self()) {
            throw new NotFoundException();
        }
        var listing = choices.of(seen.user(), Direction.parse(list), viewer.id());
        var file = ListFile.of(format, here.getSite(), listing.followers());
        return new Download(out -> file.write(whole.read(listing), out)).as(list + "." + format, file.type());
    }
}
