package dev.retinue.portability;

import dev.retinue.users.Directory.Member;
import dev.retinue.users.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A row of a file, and what will come of it if it is imported now.
 *
 * @param other the id of the user; null where nobody here has that name
 */
record Foreseen(ImportRow row, Long other, Outcome outcome) {

    /** @param room how many more the user may follow */
    static List<Foreseen> all(
            User user, ImportKind kind, Collection<ImportRow> rows, Map<String, Member> members, long room) {
        var all = new ArrayList<Foreseen>();
        var left = kind == ImportKind.FOLLOWING ? room : Long.MAX_VALUE;
        for (var row : rows) {
            var foreseen = of(user, kind, row, members);
            if (foreseen.outcome == Outcome.WILL && left-- <= 0) {
                foreseen = new Foreseen(row, foreseen.other, Outcome.TOO_MANY);
            }
            all.add(foreseen);
        }
        return all;
    }

    private static Foreseen of(User user, ImportKind kind, ImportRow row, Map<String, Member> members) {
        if (row.key().isEmpty()) {
            return new Foreseen(row, null, Outcome.MALFORMED);
        }
        var member = members.get(row.key());
        if (member == null || member.relation().unreachable()) {
            return new Foreseen(row, null, Outcome.UNKNOWN);
        }
        var self = member.id() == user.id;
        return new Foreseen(row, member.id(), self ? Outcome.SELF : kind.forecast(member.relation(), member.asks()));
    }
}
