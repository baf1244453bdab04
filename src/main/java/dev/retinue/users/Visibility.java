package dev.retinue.users;

/**
 * Who is shown to whom, in SQL: the one place that lists, searches and counts have it from. A hidden user is shown to nobody,
 * a private follow to its two ends, and nobody to anyone beside a block.
 */
public class Visibility {

    /** A user {@code u} who has neither left, for a while or for good, nor been suspended. */
    static final String HERE = "u.hidden_since is null";

    /** A user {@code u}, to {@code :viewer}, or 0 for nobody. */
    public static final String USER = HERE + " and " + notApart("u.id");

    private Visibility() {}

    /**
     * That no block is between {@code :viewer} and whoever has that id. All who are kept apart are looked up once, into an array that is gone
     * through for each user: of thousands, where the viewer is known to many.
     */
    static String notApart(String id) {
        return id + """
                 <> all(array(
                    select blocker_id from blocks where blocked_id = :viewer
                    union all select blocked_id from blocks where blocker_id = :viewer))""";
    }

    /** The follow {@code f} of somebody's list, beside its count. */
    public static String follow(Direction direction, boolean own) {
        return "not f." + direction.hidden + (own ? "" : " and not f.private");
    }
}
