package dev.retinue.portability;

import dev.retinue.users.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** A list of people in a format that other programs read. */
public interface ListFile {

    String type();

    /** One row after the other: memory does not grow with them. What is written to stays open. */
    void write(Stream<Entry> people, OutputStream out) throws IOException;

    /** @param site scheme and host of this site, for the addresses of the people */
    static ListFile of(String format, String site, boolean followers) {
        return format.equals("csv") ? new CsvList(site, followers) : new JsonList(site, followers);
    }
}
