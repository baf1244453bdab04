package dev.retinue.portability;

import dev.retinue.users.Direction;
import dev.retinue.users.Listing;
import dev.retinue.users.Lists;
import dev.retinue.users.Viewer;
import dev.retinue.users.WholeList;
import dev.retinue.web.Busy;
import dev.retinue.web.Here;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/** The lists of one's own, as files. The choices are those of the list, and so are the people in them. */
@Path("/@{name}")
@Authenticated
public class Export {

    /** A file is written by a worker for as long as its reader takes; the other workers are for pages. */
    static final Semaphore AT_ONCE = new Semaphore(8);

    @Inject
    Viewer viewer;

    @Inject
    WholeList list;

    @Inject
    Here here;

    @GET
    @Path("{list: followers|following}.{format: csv|json}")
    public Response list(String name, String list, String format, @BeanParam Lists.Choices choices) {
        var seen = viewer.see(name);
        if (!seen.self()) {
            throw new NotFoundException();
        }
        var listing = choices.of(seen.user(), Direction.parse(list), viewer.id());
        var file = ListFile.of(format, here.getSite(), listing.followers());
        StreamingOutput content = out -> write(file, listing, out);
        return Response.ok(content, file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + list + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private void write(ListFile file, Listing listing, OutputStream out) throws IOException {
        if (!AT_ONCE.tryAcquire()) {
            throw new Busy();
        }
        try {
            file.write(list.read(listing), out);
        } finally {
            AT_ONCE.release();
        }
    }
}
