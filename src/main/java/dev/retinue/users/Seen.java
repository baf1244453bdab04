package dev.retinue.users;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A user as the viewer sees them. What the viewer may not see of the counts is not to be shown. */
public record Seen(User user, FollowCounts counts, Relation relation) {

    static Seen of(Object[] row) {
        var ties = Arrays.stream((String[]) row[2]).map(Tie::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Seen((User) row[0], (FollowCounts) row[1], new Relation(ties, (String) row[3]));
    }
}
