package dev.retinue.history;

import dev.retinue.users.Circle;
import dev.retinue.users.ListKey;
import dev.retinue.users.Seen;
import dev.retinue.users.Sights;
import dev.retinue.users.Slice;
import dev.retinue.users.Username;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.Problems;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Whom two people follow, beside each other. */
@Path("/@{name}/compare")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Comparisons {

    /** Before it is known with whom, or where that is nobody to compare with. */
    record With(Seen seen, String with, Problems problems) implements TemplateInstance {}

    /**
     * @param counts how many both, only the one and only the other follow
     * @param most no further than that they are told
     */
    record Both(Seen one, Seen other, Side side, List<Long> counts, long most, Slice<Circle.Row> slice)
            implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    /** @param with a username; without one, the viewer */
    @GET
    public Response compare(String name, @RestQuery String with, @RestQuery String part, @RestQuery String before) {
        var one = sights.see(name);
        if (!one.followingShown()) {
            throw new NotFoundException();
        }
        var named = with == null ? viewer.getUser().username : Username.unsigned(with);
        if (Username.key(named).equals(one.user().usernameKey)) {
            return with == null
                    ? Html.of(new With(one, "", Problems.none()))
                    : again(one, named, "Choose somebody else to compare with.");
        }
        return sights.seen(named)
                .filter(Seen::followingShown)
                .map(other -> Html.of(both(new Comparison(one, other), Side.parse(part), before)))
                .orElseGet(() -> again(one, named, "There is nobody of that name whose list you may see."));
    }

    private static Both both(Comparison two, Side side, String before) {
        return new Both(
                two.one(),
                two.other(),
                side,
                two.counts(),
                Comparison.COUNTED,
                two.people(side, ListKey.before(before)));
    }

    private static Response again(Seen one, String with, String problem) {
        return Html.formAgain(new With(one, with, Problems.of("with", problem)));
    }
}
