package dev.retinue.users;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A branch of the statement that reads a list, in SQL: of one part of it at most a page, in order. */
record Branch(Listing listing, Place place, Part part, Reading reading, int most) {

    /** How far a search walks for names that many have or that are alike. */
    static final int WALK = 5_000;

    private static final String FOLLOWED = "select followed_id from follows where follower_id = :viewer";

    /** Among those whom the viewer follows, as they are never many. */
    private static final String FOLLOWING_BACK =
            "select follower_id from follows where followed_id = :viewer and follower_id = any(array(" + FOLLOWED
                    + "))";

    /** Blocks are asked of the follow, not of the user: by name, many users are passed who are not in the list. */
    String page(String... conditions) {
        var all = new ArrayList<>(List.of(conditions));
        all.add(Visibility.notApart(reading.person()));
        all.add(beyond(reading.beyond()));
        return rows(all, reading.order(), most);
    }

    /**
     * Goes a way through the list, and asks of blocks only for those who match. By time it sets out where the page begins; by name from the
     * newest, as it would pass many users who are not in the list.
     */
    String walk(int length, String which, String match) {
        return reading.byName()
                ? passed(rows(List.of(which), reading.newestFirst(), length), match, beyond(reading.beyondName()))
                : passed(rows(List.of(which, beyond(reading.beyond())), reading.order(), length), match);
    }

    private String passed(String rows, String... matches) {
        return "(select * from " + rows + " walk where " + allOf(Stream.of(matches)) + " and "
                + Visibility.notApart("id") + " order by " + reading.within() + " limit " + most + ")";
    }

    private String beyond(String condition) {
        return part.holds(place) ? condition : "";
    }

    /** An array is asked for one by one in the index, where a join would be planned from either side. */
    String in(String ids) {
        return reading.person() + " = any(array(" + ids + "))";
    }

    private String notIn(String ids) {
        return reading.person() + " not in (" + ids + ")";
    }

    private String rows(List<String> more, String order, int limit) {
        var conditions = Stream.concat(
                more.stream(),
                Stream.of(
                        "f." + listing.direction().owner + " = :user",
                        Visibility.follow(listing.direction(), listing.own()),
                        Visibility.HERE,
                        ofThePart(),
                        shown()));
        return "(select u.id, u.username, u.avatar, f.timestamp, u.private_since is not null as asks, f.private as secret, u.username_key as name, "
                + (part == Part.KNOWN) + " as known from follows f join users u on u.id = " + reading.person()
                + " where " + allOf(conditions) + " order by " + order + " limit " + limit + ")";
    }

    private static String allOf(Stream<String> conditions) {
        return conditions.filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" and "));
    }

    private String ofThePart() {
        return switch (part) {
            case ALL -> "";
            case KNOWN -> in(FOLLOWED);
            case OTHERS -> notIn(FOLLOWED);
        };
    }

    private String shown() {
        var other = listing.direction() == Direction.FOLLOWERS ? FOLLOWED : FOLLOWING_BACK;
        return switch (listing.show()) {
            case ALL -> "";
            case KNOWN -> in(FOLLOWED);
            case MUTUAL -> in(other);
            case ONE_WAY -> notIn(other);
            case PRIVATE -> "f.private";
            case SHOWN -> "not f.private";
            case DEACTIVATED -> "false";
        };
    }
}
