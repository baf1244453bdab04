package dev.retinue.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** A list from its first row to its last, read in pieces, so that memory does not grow with its length. */
@RequestScoped
public class WholeList {

    private static final int PIECE = 1_000;

    @Inject
    Viewer viewer;

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

    /** With the notes, where there are any. */
    private List<Entry> piece(Listing listing, Place place) {
        var rows = listing.deactivated() ? List.<Circle.Row>of() : circle.rows(listing, place, PIECE);
        return listing.noted()
                ? viewer.entries(rows)
                : rows.stream().map(row -> new Entry(row, false, Relation.NONE)).toList();
    }
}
