package dev.retinue.users;

/**
 * Who is shown to whom, in SQL: the one place that lists, searches and counts have it from. A hidden user is shown to nobody,
 * a private follow to its two ends, and nobody to anyone beside a block.
 */
public class Visibility {

    /** A user {@code u}, to {@code :viewer}, or 0 for nobody. Whom a block keeps apart is looked up once, not for each user. */
    public static final String USER = """
            u.hidden_since is null and u.id <> all(array(
                select blocker_id from blocks where blocked_id = :viewer
                union all select blocked_id from blocks where blocker_id = :viewer))""";

    private Visibility() {}

    /** The follow {@code f} of somebody's list, beside its count. */
    public static String follow(Direction direction, boolean own) {
        return "not f." + direction.hidden + (own ? "" : " and not f.private");
    }
}
