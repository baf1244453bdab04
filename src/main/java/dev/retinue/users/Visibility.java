package dev.retinue.users;

/**
 * Who is shown to whom, in SQL: the one place that lists, searches and counts have it from. A hidden user is shown to nobody,
 * a private follow to its two ends, and nobody to anyone beside a block.
 */
public class Visibility {

    /** A user {@code u}, to {@code :viewer}, or 0 for nobody. */
    public static final String USER = """
            u.hidden_since is null
            and not exists (select from blocks where blocker_id = u.id and blocked_id = :viewer)
            and not exists (select from blocks where blocker_id = :viewer and blocked_id = u.id)""";

    private Visibility() {}

    /** The follow {@code f} of somebody's list, beside its count. */
    public static String follow(Direction direction, boolean own) {
        return "not f." + direction.hidden + (own ? "" : " and not f.private");
    }
}
