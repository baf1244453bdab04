package dev.retinue.users;

import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import dev.retinue.web.Refusal;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;

/** What the viewer keeps in mind about following somebody. */
@Path("/@{name}/note")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class Notes {

    /** Lines end as the database is to have them, and no end is left of what is invisible. */
    record Form(@RestForm @Note String note) {

        Form {
            note = Objects.requireNonNullElse(note, "")
                    .replace("\r\n", "\n")
                    .replace("\0", "")
                    .strip();
        }
    }

    record Edit(Seen seen, Form form, Problems problems) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Sights sights;

    @Inject
    Notice notice;

    @Inject
    Validator validator;

    @Inject
    Turns turns;

    @GET
    public TemplateInstance edit(String name) {
        var seen = sights.see(name);
        if (!seen.relation().following()) {
            throw refusal(seen);
        }
        return new Edit(seen, new Form(seen.relation().note()), Problems.none());
    }

    @POST
    public Response update(String name, @BeanParam Form form) {
        var seen = sights.see(name);
        if (seen.self()) {
            throw refusal(seen);
        }
        var problems = Problems.in(form, validator);
        if (!problems.any() && !noted(seen, form)) {
            problems = Problems.of("note", "Notes are for people whom you follow. Follow them, and it can be saved.");
        }
        return problems.any()
                ? Html.formAgain(new Edit(seen, form, problems))
                : notice.lead(profile(seen), Sentence.SAVED);
    }

    /** Whether there was a follow to note it on. */
    private boolean noted(Seen seen, Form form) {
        return seen.relation().following()
                && turns.<Boolean>transaction(patience -> Pair.of(viewer.getUser(), seen.user().username, patience)
                        .orElseThrow(NotFoundException::new)
                        .note(form.note()));
    }

    private static Refusal refusal(Seen seen) {
        return new Refusal("Notes are for people whom you follow.", profile(seen));
    }

    private static LocalPath profile(Seen seen) {
        return new LocalPath(Paths.path(seen.user()));
    }
}
