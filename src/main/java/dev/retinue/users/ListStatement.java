package dev.retinue.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * The one statement that reads a page of a list. It is made of branches that each give at most a page, by an index and in
 * order, so that it costs the same in a list of ten and of a million; the page is the first rows of them all.
 */
class ListStatement {

    /** Names that match are looked up in the list as long as they are no more than this. */
    private static final int FEW = 1_000;

    /** How far else a page walks through the list, for names that many have or that are only alike. */
    private static final int WALK = 5_000;

    private static final String FOLLOWED = "select followed_id from follows where follower_id = :viewer";

    /** Among those whom the viewer follows, as they are never many. */
    private static final String FOLLOWING_BACK =
            "select follower_id from follows where followed_id = :viewer and follower_id = any(array(" + FOLLOWED
                    + "))";

    /** As names are: in lower case, with spaces as {@code _}. */
    private static final String NOTE = "translate(lower(f.note), E' \\n', '__')";

    private final Listing listing;

    private final Place place;

    private final int most;

    private final Reading reading;

    private final Find find;

    private final String person;

    private final Map<String, Object> parameters = new HashMap<>();

    /** @param most how many rows it gives at most */
    ListStatement(Listing listing, Place place, int most) {
        this.listing = listing;
        this.place = place;
        this.most = most;
        this.reading = new Reading(listing, place);
        this.find = Find.of(listing.q());
        this.person = "f." + listing.direction().person;
    }

    /** In the order of reading: backwards where the page ends before a row. */
    List<Circle.Row> rows(Session session) {
        var query = session.createNativeQuery(planned(text()), Circle.Row.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /**
     * Where it matters to the plan how long a list is, the text says whose it is: a statement that is prepared once for everyone
     * would be planned as for an average list. All followers are in one index, in order; whom one follows, in the key, too.
     */
    private String planned(String text) {
        if (listing.followers() && listing.whole() && listing.sort().byTime()) {
            parameters.put("user", listing.user().id);
            parameters.put("viewer", listing.viewer());
            return text;
        }
        return text.replace(":user", String.valueOf(listing.user().id))
                .replace(":viewer", String.valueOf(listing.viewer()));
    }

    private String text() {
        var branches = Part.of(listing, place).stream()
                .flatMap(part -> branches(part).stream())
                .collect(Collectors.joining(" union "));
        return found() + "select id, username, avatar, timestamp, asks, secret from (" + branches + ") page order by "
                + reading.merged() + " limit " + most;
    }

    private String found() {
        return find.all()
                ? ""
                : "with found as materialized (select u.id from users u where " + find.literally("u.username_key")
                        + " limit " + (FEW + 1) + ") ";
    }

    /**
     * A search has three branches, of which the database takes one, as soon as it knows how many names match. By name, the
     * names that match may all stand far down the list, but the index of names leads to them.
     */
    private List<String> branches(Part part) {
        if (find.all()) {
            return List.of(page(part));
        }
        var few = "(select count(*) between 1 and " + FEW + " from found)";
        var many = "(select count(*) > " + FEW + " from found)";
        return Stream.concat(named(part, few, many), noted(part)).toList();
    }

    private Stream<String> named(Part part, String few, String many) {
        return Stream.of(
                page(part, few, in("select id from found")),
                reading.byName()
                        ? page(part, many, find.literally("u.username_key"))
                        : walk(part, many, find.literally("name")),
                walk(part, "not exists (select from found)", find.alike("name")));
    }

    /** Whoever is found by name and note is the same row, which a union has once. */
    private Stream<String> noted(Part part) {
        return listing.noted() ? Stream.of(page(part, "f.note <> ''", find.literally(NOTE))) : Stream.of();
    }

    /** Blocks are asked of the follow, not of the user: by name, many users are passed who are not in the list. */
    private String page(Part part, String... more) {
        return rows(part, most, Stream.concat(Stream.of(more), Stream.of(Visibility.notApart(person))));
    }

    /** Goes a way through the list, and asks of blocks only for those who match. */
    private String walk(Part part, String which, String match) {
        return "(select * from " + rows(part, WALK, Stream.of(which)) + " walk where " + match + " and "
                + Visibility.notApart("id") + " order by " + reading.within() + " limit " + most + ")";
    }

    private String rows(Part part, int limit, Stream<String> more) {
        var conditions = more.collect(Collectors.toCollection(ArrayList::new));
        conditions.add("f." + listing.direction().owner + " = :user");
        conditions.add(Visibility.follow(listing.direction(), listing.own()));
        conditions.add(Visibility.HERE);
        add(part, conditions);
        add(listing.show(), conditions);
        if (part.holds(place)) {
            conditions.add(beyond());
        }
        return "(select u.id, u.username, u.avatar, f.timestamp, u.private_since is not null as asks, f.private as secret, u.username_key as name, "
                + (part == Part.KNOWN)
                + " as known from follows f join users u on u.id = " + person + " where "
                + String.join(" and ", conditions) + " order by " + reading.order() + " limit " + limit + ")";
    }

    private void add(Part part, List<String> conditions) {
        switch (part) {
            case ALL -> {}
            case KNOWN -> conditions.add(in(FOLLOWED));
            case OTHERS -> conditions.add(notIn(FOLLOWED));
        }
    }

    private void add(Show show, List<String> conditions) {
        var other = listing.direction() == Direction.FOLLOWERS ? FOLLOWED : FOLLOWING_BACK;
        switch (show) {
            case ALL -> {}
            case KNOWN -> conditions.add(in(FOLLOWED));
            case MUTUAL -> conditions.add(in(other));
            case ONE_WAY -> conditions.add(notIn(other));
            case PRIVATE -> conditions.add("f.private");
            case SHOWN -> conditions.add("not f.private");
            case DEACTIVATED -> conditions.add("false");
        }
    }

    private String beyond() {
        if (reading.byName()) {
            parameters.put("name", place.key().name());
        } else {
            parameters.put("timestamp", place.key().timestamp());
            parameters.put("id", place.key().id());
        }
        return reading.beyond();
    }

    /** An array is asked for one by one in the index, where a join would be planned from either side. */
    private String in(String ids) {
        return person + " = any(array(" + ids + "))";
    }

    private String notIn(String ids) {
        return person + " not in (" + ids + ")";
    }
}
