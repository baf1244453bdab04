package dev.retinue.users;

import java.util.List;

/**
 * A page of a list that only goes on, from the newest to the oldest.
 *
 * @param next the key at which the next page begins; empty where there is none
 */
public record Slice<R>(List<R> rows, String next) {

    public static final int SIZE = 40;

    /** From one row more than a page shows, where there is one. */
    public static <R extends Listed> Slice<R> of(List<R> read) {
        var rows = read.subList(0, Math.min(SIZE, read.size()));
        return new Slice<>(
                rows, rows.size() == read.size() ? "" : rows.get(SIZE - 1).key().written(Sort.NEWEST));
    }
}
