package dev.retinue.users;

import dev.retinue.web.DatabaseProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What is asked in one go of {@link Rounds}, which see to it that nobody asks any more once it has begun. */
final class Round<Q, A> {

    /** In a round, which takes as long as all of them. */
    static final int MOST = 32;

    private final Function<Set<Q>, Map<Q, A>> answer;

    private final Map<Q, CompletableFuture<Optional<A>>> asked = new HashMap<>();

    /** By {@link System#nanoTime}. */
    private long begunAt;

    Round(Function<Set<Q>, Map<Q, A>> answer) {
        this.answer = answer;
    }

    boolean takes(Q question) {
        return asked.size() < MOST || asked.containsKey(question);
    }

    CompletableFuture<Optional<A>> add(Q question) {
        return asked.computeIfAbsent(question, added -> new CompletableFuture<>())
                .copy();
    }

    void begin() {
        begunAt = System.nanoTime();
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

    Optional<A> alone(Q question) {
        return Optional.ofNullable(answer.apply(Set.of(question)).get(question));
    }

    void fail(Throwable e) {
        asked.values().forEach(told -> told.completeExceptionally(e));
    }

    private void answerAlone(Q question, CompletableFuture<Optional<A>> told) {
        try {
            told.complete(alone(question));
        } catch (Throwable e) {
            told.completeExceptionally(e);
        }
    }
}
