package dev.retinue.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list from its first row to its last, read in pieces, so that memory does not grow with its length. */
@ApplicationScoped
public class WholeList {

    private static final int PIECE = 1_000;

    @Inject
    Circle circle;

    /** Reads on while it is used. Each row once; whoever comes to the list or leaves it meanwhile may be in it or not. */
    public Stream<Entry> read(Listing listing) {
        return Stream.iterate(
                        piece(listing, Place.TOP),
                        piece -> !piece.isEmpty(),
                        piece -> piece(listing, Place.after(ListKey.of(piece.get(piece.size() - 1)))))
                .flatMap(List::stream);
    }

    /** With the notes, where there are any, and with who is known, where they come first. */
    private List<Entry> piece(Listing listing, Place place) {
        var rows = listing.deactivated() ? List.<Circle.Row>of() : circle.rows(listing, place, PIECE);
        var tied = listing.noted() || listing.sort() == Sort.KNOWN
                ? Tied.to(listing.viewer(), rows.stream().map(Circle.Row::id).toArray(Long[]::new)).stream()
                        .collect(Collectors.groupingBy(Tied::other))
                : Map.<Long, List<Tied>>of();
        return rows.stream()
                .map(row -> new Entry(row, false, Relation.to(row.id(), tied.getOrDefault(row.id(), List.of()))))
                .toList();
    }
}
