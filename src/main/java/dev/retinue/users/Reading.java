package dev.retinue.users;

import java.util.Map;

/** The way in which the rows of a page are read, in SQL. */
record Reading(Listing listing, Place place) {

    String way() {
        return listing.sort().descends() == place.backwards() ? " asc" : " desc";
    }

    /** Beyond the row at which the page begins. */
    String beyond() {
        return byName()
                ? "u.username_key" + than() + ":name"
                : "(f.timestamp, " + person() + ")" + than() + "(:timestamp, :id)";
    }

    /** The same by name, of what a branch gives. */
    String beyondName() {
        return "name" + than() + ":name";
    }

    private String than() {
        return listing.sort().descends() == place.backwards() ? " > " : " < ";
    }

    /** What {@link #beyond} asks for, wherever that is asked. */
    Map<String, Object> parameters() {
        if (place.step() == Place.Step.TOP) {
            return Map.of();
        }
        var key = place.key();
        return byName() ? Map.of("name", key.name()) : Map.of("timestamp", key.timestamp(), "id", key.id());
    }

    /** By the row that is looked at, in a branch. */
    String order() {
        return byName() ? "u.username_key" + way() : "f.timestamp" + way() + ", " + person() + way();
    }

    String newestFirst() {
        return "f.timestamp desc, " + person() + " desc";
    }

    /** By what a branch gives, in which everyone is known or nobody. */
    String within() {
        return byName() ? "name" + way() : "timestamp" + way() + ", id" + way();
    }

    /** By what the branches give. */
    String merged() {
        return (listing.sort() == Sort.KNOWN ? "known" + way() + ", " : "") + within();
    }

    boolean byName() {
        return listing.sort() == Sort.NAME;
    }

    /** Who is in the list. */
    String person() {
        return "f." + listing.direction().person;
    }
}
