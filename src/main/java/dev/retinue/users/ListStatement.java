package dev.retinue.users;

import dev.retinue.sql.PlainSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * The one statement that reads a page of a list. It is made of branches that each give at most a page, so that it costs the same
 * in a list of ten and of a million; the page is the first rows of them all.
 */
class ListStatement {

    /** As names are: in lower case, with spaces as {@code _}. */
    private static final String NOTE = "translate(lower(f.note), E' \\n', '__')";

    /** By their text, of which there are few: it depends on nobody. */
    private static final Map<String, PlainSql> FOR_EVERYONE = new ConcurrentHashMap<>();

    private final Listing listing;

    private final Place place;

    private final int most;

    private final Reading reading;

    private final Find find;

    private final ListSearch search;

    /** @param most how many rows it gives at most */
    ListStatement(Listing listing, Place place, int most) {
        this.listing = listing;
        this.place = place;
        this.most = most;
        this.reading = new Reading(listing, place);
        this.find = Find.of(listing.q());
        this.search = ListSearch.of(listing, find);
    }

    /** In the order of reading: backwards where the page ends before a row. */
    List<Circle.Row> rows(Session session) {
        var query = sql().in(session);
        parameters().forEach(query::set);
        return query.list(Circle.Row::read);
    }

    /**
     * Where it matters to the plan how long a list is, the text says whose it is: a statement that is prepared once for everyone
     * would be planned as for an average list. All followers are in one index, in order; whom one follows, in the key, too.
     */
    private boolean isForEveryone() {
        return listing.followers() && listing.whole() && listing.sort().byTime();
    }

    private PlainSql sql() {
        return isForEveryone()
                ? FOR_EVERYONE.computeIfAbsent(text(), PlainSql::new)
                : new PlainSql(text().replace(":user", String.valueOf(listing.user().id))
                        .replace(":viewer", String.valueOf(listing.viewer())));
    }

    private Map<String, Object> parameters() {
        var parameters = new HashMap<>(reading.parameters());
        if (isForEveryone()) {
            parameters.put("user", listing.user().id);
            parameters.put("viewer", listing.viewer());
        }
        return parameters;
    }

    private String text() {
        var branches = Part.of(listing, place).stream()
                .map(part -> new Branch(listing, place, part, reading, most))
                .toList();
        return (find.all() ? "" : search.asked(branches))
                + "select id, username, avatar, timestamp, asks, secret from ("
                + branches.stream().flatMap(this::rows).collect(Collectors.joining(" union ")) + ") page order by "
                + reading.merged() + " limit " + most;
    }

    private Stream<String> rows(Branch branch) {
        return find.all() ? Stream.of(branch.page()) : Stream.concat(search.of(branch), noted(branch));
    }

    /** Whoever is found by name and note is the same row, which a union has once. */
    private Stream<String> noted(Branch branch) {
        return listing.noted() ? Stream.of(branch.page("f.note <> ''", find.literally(NOTE))) : Stream.of();
    }
}
