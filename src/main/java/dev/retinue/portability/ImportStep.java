package dev.retinue.portability;

import dev.retinue.portability.ImportRows.Row;
import dev.retinue.portability.Leaving.Leaver;
import dev.retinue.users.Allowance;
import dev.retinue.users.EventKind;
import dev.retinue.users.FollowCounts;
import dev.retinue.users.FollowEvent;
import dev.retinue.users.Hold;
import dev.retinue.users.Pair;
import dev.retinue.users.User;
import java.time.Instant;
import java.util.List;

/**
 * A few people of an import, in the transaction that holds it: what was done to them and that it was done are written
 * together, so that it happens once however often the process dies.
 */
class ImportStep {

    private final Import from;

    private final Allowance allowance;

    private final User user;

    private long room;

    ImportStep(Import from, Allowance allowance) {
        this.from = from;
        this.allowance = allowance;
        this.user = User.findById(from.userId);
    }

    /** First who is to leave, which makes room; whether there is more. */
    boolean run(int most) {
        return from.overwrite && end(Leaving.first(from, most)) || begin(ImportRows.left(from.userId, most));
    }

    /** What would have been next: somebody who was to leave, with whom all of them stay; or else the first row. Whether there is more. */
    static boolean fail(Import from) {
        if (from.overwrite && !Leaving.first(from, 1).isEmpty()) {
            from.overwrite = false;
            return true;
        }
        var first = ImportRows.left(from.userId, 1);
        ImportRows.record(
                from.userId, first, first.stream().map(row -> Outcome.FAILED).toList());
        return !first.isEmpty();
    }

    private boolean end(List<Leaver> leavers) {
        hold(leavers.stream().map(Leaver::id).toList());
        var ended = leavers.stream().filter(this::ended).count();
        from.ended += ended;
        return ended > 0;
    }

    private boolean ended(Leaver leaver) {
        var pair = user.with(User.findById(leaver.id()));
        from.kind.end(pair);
        return pair.done().isPresent();
    }

    private boolean begin(List<Row> rows) {
        if (rows.isEmpty()) {
            from.endedAt = Instant.now();
            return false;
        }
        hold(rows.stream().map(Row::other).toList());
        room = allowance.room(FollowCounts.of(user));
        ImportRows.record(from.userId, rows, rows.stream().map(this::begun).toList());
        return true;
    }

    /** Somebody who was there when the file came may be gone. */
    private Outcome begun(Row row) {
        return User.<User>findByIdOptional(row.other())
                .map(other -> begun(row, user.with(other), other.isPrivate()))
                .orElse(Outcome.UNKNOWN);
    }

    private Outcome begun(Row row, Pair pair, boolean asks) {
        if (pair.relation().unreachable()) {
            return Outcome.UNKNOWN;
        }
        var foreseen = from.kind.forecast(pair.relation(), asks);
        if (!foreseen.isLeft()) {
            return foreseen;
        }
        if (from.kind == ImportKind.FOLLOWING && room <= 0) {
            return Outcome.TOO_MANY;
        }
        from.kind.begin(pair);
        pair.done().ifPresent(FollowEvent::again);
        if (pair.done().filter(done -> done.kind == EventKind.REQUESTED).isPresent()) {
            return Outcome.ASKED;
        }
        if (from.kind == ImportKind.FOLLOWING) {
            room--;
            keep(row, pair);
        }
        return Outcome.DONE;
    }

    /** What the file says of the follow. */
    private static void keep(Row row, Pair pair) {
        if (row.secret()) {
            pair.followPrivately();
        }
        if (!row.note().isEmpty()) {
            pair.note(row.note());
        }
    }

    private void hold(List<Long> others) {
        Hold.of(user.id, others, Hold.A_STEP);
    }
}
