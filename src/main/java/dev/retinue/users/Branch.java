package dev.retinue.users;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A branch of the statement that reads a list, in SQL: of one part of it at most a page, by an index and in order. */
record Branch(Listing listing, Place place, Part part, Reading reading, int most) {

    /** How far a page walks through the list, for names that many have or that are only alike. */
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
        return rows(all, most);
    }

    /** Goes a way through the list, and asks of blocks only for those who match. */
    String walk(String which, String match) {
        return "(select * from " + rows(List.of(which), WALK) + " walk where " + match + " and "
                + Visibility.notApart("id") + " order by " + reading.within() + " limit " + most + ")";
    }

    /** An array is asked for one by one in the index, where a join would be planned from either side. */
    String in(String ids) {
        return reading.person() + " = any(array(" + ids + "))";
    }

    private String notIn(String ids) {
        return reading.person() + " not in (" + ids + ")";
    }

    private String rows(List<String> more, int limit) {
        var conditions = new ArrayList<>(more);
        conditions.add("f." + listing.direction().owner + " = :user");
        conditions.add(Visibility.follow(listing.direction(), listing.own()));
        conditions.add(Visibility.HERE);
        conditions.add(ofThePart());
        conditions.add(shown());
        conditions.add(part.holds(place) ? reading.beyond() : "");
        return "(select u.id, u.username, u.avatar, f.timestamp, u.private_since is not null as asks, f.private as secret, u.username_key as name, "
                + (part == Part.KNOWN) + " as known from follows f join users u on u.id = " + reading.person()
                + " where "
                + conditions.stream().filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" and "))
                + " order by " + reading.order() + " limit " + limit + ")";
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
