package dev.retinue.history;

import static java.time.ZoneOffset.UTC;

import dev.retinue.users.Seen;
import dev.retinue.users.Sights;
import dev.retinue.users.Viewer;
import dev.retinue.web.Choice;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** How a member's followers became more and fewer: in numbers, since whoever left did not do so to be named. */
@Path("/history")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class History {

    /**
     * @param visit when the member last looked
     * @param since what changed since then
     */
    record Mine(Seen seen, Chart chart, List<Choice> steps, Optional<Instant> visit, Growth.Change since)
            implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @GET
    @Transactional
    public TemplateInstance mine(@RestQuery String by) {
        var step = Step.parse(by);
        var user = viewer.id();
        var visit = Visit.last(user, Instant.now());
        return new Mine(
                sights.see(viewer.getUser().username),
                Chart.of(Growth.of(user, step, LocalDate.now(UTC))),
                Arrays.stream(Step.values())
                        .map(each -> new Choice(each.toString(), each.label, each == step))
                        .toList(),
                visit,
                visit.map(time -> Growth.since(user, time)).orElse(new Growth.Change(0, 0)));
    }
}
