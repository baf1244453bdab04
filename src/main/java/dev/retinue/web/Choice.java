package dev.retinue.web;

import java.util.Arrays;
import java.util.Optional;

/** One of the answers that a form offers. */
public record Choice(String value, String label, boolean chosen) {

    /** The one of all that an address or a form calls so; nothing where none is. */
    public static <T> Optional<T> among(T[] all, String written) {
        return Arrays.stream(all).filter(one -> one.toString().equals(written)).findAny();
    }
}
