package dev.retinue.users;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The counts of {@link FollowCounts} as columns of the table: which follows of whose list each of them counts. */
enum CountColumn {
    FOLLOWERS(Direction.FOLLOWERS, false, false),
    FOLLOWING(Direction.FOLLOWING, false, false),
    PRIVATE_FOLLOWERS(Direction.FOLLOWERS, false, true),
    PRIVATE_FOLLOWING(Direction.FOLLOWING, false, true),
    HIDDEN_FOLLOWERS(Direction.FOLLOWERS, true, false),
    HIDDEN_FOLLOWING(Direction.FOLLOWING, true, false);

    private final Direction list;

    private final boolean hidden;

    private final boolean secret;

    CountColumn(Direction list, boolean hidden, boolean secret) {
        this.list = list;
        this.hidden = hidden;
        this.secret = secret;
    }

    /** Where the owner of a list counts a person in it. A follow that is hidden is counted as such, whether it is private or not. */
    static CountColumn of(Direction list, boolean hidden, boolean secret) {
        return of(list).filter(column -> column.hidden == hidden && column.secret == (secret && !hidden))
                .findFirst()
                .orElseThrow();
    }

    /** In SQL: how many are in a list, as its owner is told; {@code counts} is the name of the row, with a dot, or nothing. */
    static String sum(Direction list, String counts) {
        return of(list).map(column -> counts + column).collect(joining(" + "));
    }

    /** In SQL: that text for each, with its name in place of {@code {column}}. */
    static String each(String text) {
        return each(Stream.of(values()), text);
    }

    /** In SQL: likewise, with which follows {@code f} it counts in place of {@code {counted}}; of one list. */
    static String each(Direction list, String text) {
        return each(of(list), text);
    }

    private static Stream<CountColumn> of(Direction list) {
        return Arrays.stream(values()).filter(column -> column.list == list);
    }

    private static String each(Stream<CountColumn> columns, String text) {
        return columns.map(column -> text.replace("{counted}", column.counted()).replace("{column}", column.toString()))
                .collect(joining(", "));
    }

    private String counted() {
        if (hidden) {
            return "f." + list.hidden;
        }
        return Visibility.follow(list, secret) + (secret ? " and f.private" : "");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
