package dev.retinue.users;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;

/** Members by their names; where no name is given, all of them, the newest first. */
@Path(Paths.PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class People {

    /**
     * Members who were found. Those who are found by a name are one page alone, the likeliest; those whose names are alike, a few.
     *
     * @param q what was looked for in the names; empty for nothing
     */
    public record Search(String q, Slice<Entry> slice) {

        private static final int MOST_ALIKE = 8;

        static Search of(String q, List<Entry> found) {
            var few = Find.of(q).isOnlyLike(found) ? found.subList(0, Math.min(MOST_ALIKE, found.size())) : found;
            return new Search(q, Slice.of(few));
        }

        public boolean alike() {
            return Find.of(q).isOnlyLike(slice.rows());
        }

        public String likeness() {
            return Find.of(q).likeness(slice.rows());
        }

        public String amount() {
            var people = ListPage.people(slice.rows().size());
            return slice.next().isEmpty()
                    ? people
                    : "More than " + people + ": type more of the name to see the others";
        }
    }

    record Members(Search search) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Circle circle;

    @GET
    public TemplateInstance members(@RestQuery String q, @RestQuery String before) {
        var text = Find.text(Objects.requireNonNullElse(q, ""));
        var rows = rows(Find.of(text), ListKey.before(before));
        return new Members(Search.of(text, viewer.entries(rows)));
    }

    private List<Circle.Row> rows(Find find, ListKey before) {
        var most = Slice.SIZE + 1;
        return find.all() ? circle.newest(viewer.id(), before, most) : circle.named(find, viewer.id(), most);
    }
}
