package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.retinue.users.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * As Mastodon and GoToSocial write whom one follows, so that they read it: an address and three columns with what they mean
 * if nothing is said. What Retinue knows beyond that follows after them.
 */
record CsvList(String site, boolean followers) implements ListFile {

    static final String ADDRESS = "Account address";

    static final String SINCE = "Followed on";

    static final String NOTE = "Note";

    static final String PRIVATE = "Private";

    private static final List<String> FOLLOWERS = List.of(ADDRESS, SINCE, PRIVATE);

    private static final List<String> FOLLOWING =
            List.of(ADDRESS, "Show boosts", "Notify on new posts", "Languages", SINCE, NOTE, PRIVATE);

    @Override
    public String type() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void write(Stream<Entry> people, OutputStream out) throws IOException {
        var file = CsvWriter.builder().build(out, UTF_8);
        file.writeRecord(followers ? FOLLOWERS : FOLLOWING);
        people.forEach(entry -> file.writeRecord(cells(entry)));
        file.flush();
    }

    private List<String> cells(Entry entry) {
        var since = entry.since().toString();
        var secret = String.valueOf(entry.secret());
        return followers
                ? List.of(address(entry.username()), since, secret)
                : List.of(address(entry.username()), "true", "false", "", since, Cell.harmless(entry.note()), secret);
    }

    /** {@code Daniel_Bates@example.org}. */
    private String address(String username) {
        return Cell.harmless(username.replace(' ', '_') + "@" + URI.create(site).getAuthority());
    }
}
