package dev.retinue.sql;

import dev.retinue.web.DatabaseProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What is asked in one go of {@link Rounds}. */
final class Round<Q, A> {

    /** As many are not asked for in two halves, as a statement for fewer costs each of them more. */
    static final int FEW = 6;

    /** More would wait for too long, as a round takes as long as all of them. */
    static final int MOST = 32;

    private final Map<Q, CompletableFuture<Optional<A>>> asked;

    private final Function<Set<Q>, Map<Q, A>> answer;

    /** By {@link System#nanoTime}. */
    private final long begunAt = System.nanoTime();

    private Round(Map<Q, CompletableFuture<Optional<A>>> asked, Function<Set<Q>, Map<Q, A>> answer) {
        this.asked = asked;
        this.answer = answer;
    }

    /** Takes so many of those who wait, those who have waited for longest. */
    static <Q, A> Round<Q, A> of(
            int most, Map<Q, CompletableFuture<Optional<A>>> waiting, Function<Set<Q>, Map<Q, A>> answer) {
        var asked = new HashMap<Q, CompletableFuture<Optional<A>>>();
        var each = waiting.entrySet().iterator();
        for (var left = most; left > 0 && each.hasNext(); left--) {
            var next = each.next();
            asked.put(next.getKey(), next.getValue());
            each.remove();
        }
        return new Round<>(asked, answer);
    }

    boolean isUnder(long nanos) {
        return System.nanoTime() - begunAt < nanos;
    }

    /** Whatever happens, everybody is told. Where it fails for several, it may be the doing of one of them. */
    void answer() {
        try {
            var answers = answer.apply(asked.keySet());
            asked.forEach((question, told) -> told.complete(Optional.ofNullable(answers.get(question))));
        } catch (RuntimeException e) {
            if (asked.size() == 1 || DatabaseProblem.isForAWhile(e)) {
                fail(e);
            } else {
                asked.forEach(this::answerAlone);
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    static <Q, A> Optional<A> alone(Q question, Function<Set<Q>, Map<Q, A>> answer) {
        return Optional.ofNullable(answer.apply(Set.of(question)).get(question));
    }

    void fail(Throwable e) {
        asked.values().forEach(told -> told.completeExceptionally(e));
    }

    private void answerAlone(Q question, CompletableFuture<Optional<A>> told) {
        try {
            told.complete(alone(question, answer));
        } catch (Throwable e) {
            told.completeExceptionally(e);
        }
    }
}
