package dev.retinue.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What should be between a few people, told without a database: the rules of the product once more, as plainly as they can
 * be said. Dates are the numbers of the deeds that they are from.
 */
class Model {

    /** From one to another. */
    private record Way(int from, int to) {

        Way back() {
            return new Way(to, from);
        }
    }

    /** What one last did to another, at which deed, and since when there had been what it ended; that was which end on its way. */
    private record Done(EventKind kind, int at, Integer since, boolean secret, int end) {

        Done(EventKind kind, int at, Integer since) {
            this(kind, at, since, false, 0);
        }
    }

    /** What a block ended on a way: a follow or a request. */
    private record Loss(Way way, boolean follow, int since, int at, boolean secret, int end) {}

    private final Map<Way, Integer> follows = new HashMap<>();

    private final Set<Way> secrets = new HashSet<>();

    private final Map<Way, Integer> requests = new HashMap<>();

    private final Set<Way> declined = new HashSet<>();

    private final Map<Way, Integer> blocks = new HashMap<>();

    private final Set<Way> mutes = new HashSet<>();

    private final Map<Integer, Integer> privateSince = new HashMap<>();

    private final Map<Way, Done> last = new HashMap<>();

    private final List<Loss> losses = new ArrayList<>();

    /** How often a follow or a request has ended. */
    private final Map<Way, Integer> ends = new HashMap<>();

    private int now;

    void happens(Deed deed) {
        now++;
        var way = new Way(deed.one(), deed.other());
        switch (deed.verb()) {
            case FOLLOW -> follow(way);
            case UNFOLLOW -> end(way, way, EventKind.UNFOLLOWED);
            case REMOVE -> end(way.back(), way, EventKind.REMOVED);
            case FOLLOW_PRIVATELY -> hide(way);
            case FOLLOW_OPENLY -> secrets.remove(way);
            case WITHDRAW -> withdraw(way);
            case ACCEPT -> accept(way.back());
            case DECLINE -> decline(way.back());
            case RECONSIDER -> declined.remove(way.back());
            case BLOCK -> block(way, now);
            case UNBLOCK -> unblock(way);
            case RESTORE -> restore(way);
            case MUTE -> mute(way);
            case UNMUTE -> unmute(way);
            case UNDO -> undo(way);
            case GO_PRIVATE -> privateSince.putIfAbsent(deed.one(), now);
            case GO_PUBLIC -> goPublic(deed.one());
        }
    }

    private void follow(Way way) {
        if (follows.containsKey(way) || blocks.containsKey(way) || blocks.containsKey(way.back())) {
            return;
        }
        if (privateSince.containsKey(way.to)) {
            ask(way, now);
        } else {
            forget(way);
            begin(way, now, way, new Done(EventKind.FOLLOWED, now, null));
        }
    }

    private void hide(Way way) {
        if (follows.containsKey(way)) {
            secrets.add(way);
        }
    }

    private void begin(Way way, int since, Way who, Done done) {
        if (follows.putIfAbsent(way, since) == null) {
            last.put(who, done);
        }
    }

    private void ask(Way way, int since) {
        if (requests.putIfAbsent(way, since) == null) {
            last.put(way, new Done(EventKind.REQUESTED, now, null));
        }
    }

    private Integer forget(Way way) {
        declined.remove(way);
        return requests.remove(way);
    }

    private boolean end(Way way, Way who, EventKind kind) {
        var since = follows.remove(way);
        if (since != null) {
            last.put(who, new Done(kind, now, since, secrets.remove(way), ended(way)));
        }
        return since != null;
    }

    private int ended(Way way) {
        return ends.merge(way, 1, Integer::sum);
    }

    private void withdraw(Way way) {
        var since = forget(way);
        if (since != null) {
            last.put(way, new Done(EventKind.WITHDRAWN, now, since, false, ended(way)));
        }
    }

    private void accept(Way way) {
        var since = forget(way);
        if (since != null) {
            begin(way, now, way.back(), new Done(EventKind.ACCEPTED, now, since));
        }
    }

    private void decline(Way way) {
        if (requests.containsKey(way) && declined.add(way)) {
            last.put(way.back(), new Done(EventKind.DECLINED, now, null));
        }
    }

    private void goPublic(int who) {
        if (privateSince.remove(who) != null) {
            Set.copyOf(requests.keySet()).stream()
                    .filter(way -> way.to == who && !declined.contains(way))
                    .forEach(this::accept);
        }
    }

    private void block(Way way, int since) {
        if (blocks.putIfAbsent(way, since) != null) {
            return;
        }
        for (var each : List.of(way, way.back())) {
            var follow = follows.remove(each);
            if (follow != null) {
                losses.add(new Loss(each, true, follow, now, secrets.remove(each), ended(each)));
            }
            var request = forget(each);
            if (request != null) {
                losses.add(new Loss(each, false, request, now, false, ended(each)));
            }
        }
        last.put(way, new Done(EventKind.BLOCKED, now, null));
    }

    private void unblock(Way way) {
        var since = blocks.remove(way);
        if (since != null) {
            last.put(way, new Done(EventKind.UNBLOCKED, now, since));
        }
    }

    private void restore(Way way) {
        var since = blocks.get(way);
        if (since != null && !blocks.containsKey(way.back())) {
            for (var i = losses.size() - 1; i >= 0; i--) {
                var loss = losses.get(i);
                if (loss.at >= since && (loss.way.equals(way) || loss.way.equals(way.back()))) {
                    restore(loss.way, way, loss.follow, new Done(null, loss.at, loss.since, loss.secret, loss.end));
                }
            }
        }
        unblock(way);
    }

    /** Whoever has become private meanwhile is asked; what has ended again since was somebody's last word. */
    private void restore(Way way, Way who, boolean follow, Done ended) {
        if (follows.containsKey(way) || ends.get(way) > ended.end) {
            return;
        }
        if (!follow) {
            if (privateSince.containsKey(way.to)) {
                ask(way, ended.since);
            }
        } else if (privateSince.getOrDefault(way.to, 0) > ended.at) {
            ask(way, now);
        } else {
            forget(way);
            var kind = way.equals(who) ? EventKind.FOLLOWED : EventKind.ACCEPTED;
            begin(way, ended.since, who, new Done(kind, now, null));
            if (ended.secret) {
                secrets.add(way);
            }
        }
    }

    private void mute(Way way) {
        if (mutes.add(way)) {
            last.put(way, new Done(EventKind.MUTED, now, null));
        }
    }

    private void unmute(Way way) {
        if (mutes.remove(way)) {
            last.put(way, new Done(EventKind.UNMUTED, now, null));
        }
    }

    private void undo(Way way) {
        var done = last.get(way);
        if (done == null) {
            return;
        }
        switch (done.kind) {
            case FOLLOWED -> end(way, way, EventKind.UNFOLLOWED);
            case REQUESTED -> withdraw(way);
            case ACCEPTED -> unaccept(way, done);
            case DECLINED -> declined.remove(way.back());
            case BLOCKED -> restore(way);
            case UNBLOCKED -> block(way, done.since);
            case MUTED -> unmute(way);
            case UNFOLLOWED, WITHDRAWN -> restoreUnlessBlocked(way, way, done);
            case REMOVED -> restoreUnlessBlocked(way.back(), way, done);
            default -> {}
        }
    }

    private void unaccept(Way way, Done done) {
        if (end(way.back(), way, EventKind.REMOVED) && done.since != null && privateSince.containsKey(way.from)) {
            ask(way.back(), done.since);
        }
    }

    private void restoreUnlessBlocked(Way way, Way who, Done done) {
        if (!blocks.containsKey(who.back())) {
            restore(way, who, done.kind != EventKind.WITHDRAWN, done);
        }
    }

    /** Everything there is, a line each. */
    Set<String> lines() {
        var lines = new TreeSet<String>();
        follows.forEach((way, since) -> lines.add(
                way.from + (secrets.contains(way) ? " follows privately " : " follows ") + way.to + " since " + since));
        follows.keySet().stream()
                .filter(way -> !secrets.contains(way))
                .forEach(way -> lines.add("everyone sees " + way.from + " with " + way.to));
        requests.forEach((way, since) -> lines.add(
                way.from + (declined.contains(way) ? " asked in vain " : " asks ") + way.to + " since " + since));
        blocks.forEach((way, since) -> lines.add(way.from + " blocks " + way.to + " since " + since));
        mutes.forEach(way -> lines.add(way.from + " mutes " + way.to));
        return lines;
    }
}
