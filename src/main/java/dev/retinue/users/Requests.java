package dev.retinue.users;

import dev.retinue.web.Text;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Who asks to follow the viewer, and whom the viewer asks. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Requests {

    /**
     * Somebody who asks.
     *
     * @param known how many of their followers the viewer follows, as far as the viewer may know
     */
    public record Asker(RequestLists.Request request, long known) implements Listed {

        @Override
        public long id() {
            return request.id();
        }

        @Override
        public String username() {
            return request.username();
        }

        @Override
        public String avatar() {
            return request.avatar();
        }

        @Override
        public Instant since() {
            return request.since();
        }

        /** What helps to decide. */
        @Override
        public String detail() {
            var here = "here since " + Text.day(request.joined());
            return known == 0 ? here : here + ", followed by " + Text.plural(known, "person", "people") + " you know";
        }
    }

    record Received(Slice<Asker> slice, boolean accepts) implements TemplateInstance {}

    record Declined(Slice<RequestLists.Request> slice) implements TemplateInstance {}

    /** @param accepted those that were accepted lately, where it is the first page */
    record Sent(Slice<RequestLists.Request> slice, List<RequestLists.Request> accepted) implements TemplateInstance {}

    private static final Duration LATELY = Duration.ofDays(30);

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @Inject
    RequestLists lists;

    @GET
    public TemplateInstance received(@RestQuery String before) {
        var asked = lists.askers(viewer.id(), ListKey.before(before));
        var known = circle.knownFollowers(
                viewer.id(), asked.stream().map(RequestLists.Request::id).toArray(Long[]::new));
        var askers = asked.stream()
                .map(request -> new Asker(request, known.getOrDefault(request.id(), 0L)))
                .toList();
        return new Received(Slice.of(askers), viewer.getUser().isPrivate());
    }

    /** Those that can be taken up again. */
    @GET
    @Path("declined")
    public TemplateInstance declined(@RestQuery String before) {
        return new Declined(Slice.of(lists.declined(viewer.id(), ListKey.before(before))));
    }

    @GET
    @Path("sent")
    public TemplateInstance sent(@RestQuery String before) {
        var accepted = before == null
                ? lists.accepted(viewer.id(), Instant.now().minus(LATELY))
                : List.<RequestLists.Request>of();
        return new Sent(Slice.of(lists.asked(viewer.id(), ListKey.before(before))), accepted);
    }
}
