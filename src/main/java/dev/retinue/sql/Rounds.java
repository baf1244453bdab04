package dev.retinue.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Questions that several ask at the same time, answered in rounds: whoever asks while others are answered is in one of the next. So
 * nobody gets an answer that is older than the question, and the more ask, the fewer times each has to be asked for. Nobody has to keep a
 * thread for waiting: rounds have threads of their own, and whoever asks is told.
 */
public final class Rounds<Q, A> {

    /** So many rounds at once leave as many processors to whoever does something with the answers. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** After so long a round hangs, or nearly, and another is begun beside it. */
    private static final Duration LONG = Duration.ofMillis(50);

    private static final Executor THREADS = Executors.newCachedThreadPool(Rounds::thread);

    private final Function<Set<Q>, Map<Q, A>> answer;

    private final int atOnce;

    private final long longNanos;

    private final Executor threads;

    /** What no round has been begun for, in the order in which it was asked. */
    private final Map<Q, CompletableFuture<Optional<A>>> waiting = new LinkedHashMap<>();

    private final Set<Round<Q, A>> underWay = new HashSet<>();

    /** Whether it will be looked whether somebody waits for too long. */
    private boolean watched;

    /** @param answer finds the answers to such questions as have one; several threads may call it at the same time */
    public Rounds(Function<Set<Q>, Map<Q, A>> answer) {
        this(answer, LONG);
    }

    /** @param longest after so long a round hangs, or nearly, and another is begun beside it */
    public Rounds(Function<Set<Q>, Map<Q, A>> answer, Duration longest) {
        this(answer, AT_ONCE, longest, THREADS);
    }

    Rounds(Function<Set<Q>, Map<Q, A>> answer, int atOnce, Duration longest, Executor threads) {
        this.answer = answer;
        this.atOnce = atOnce;
        this.longNanos = longest.toNanos();
        this.threads = threads;
    }

    /** Nothing where there is no answer. It is told where it was asked for, on the event loop of a request. */
    public Uni<Optional<A>> ask(Q question) {
        var asker = Vertx.currentContext();
        var answered = Uni.createFrom().completionStage(() -> join(question));
        return asker == null ? answered : answered.emitOn(telling -> asker.runOnContext(there -> telling.run()));
    }

    /** Likewise, in a thread that may wait, and holds nothing that others wait for. */
    public Optional<A> await(Q question) {
        try {
            return join(question).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** At once, in this thread, which may wait, whatever others ask. */
    public Optional<A> askAlone(Q question) {
        return Round.alone(question, answer);
    }

    private CompletableFuture<Optional<A>> join(Q question) {
        var told = add(question);
        begin();
        return told;
    }

    private synchronized CompletableFuture<Optional<A>> add(Q question) {
        return waiting.computeIfAbsent(question, added -> new CompletableFuture<>())
                .copy();
    }

    private void begin() {
        next().ifPresent(this::begin);
        watch();
    }

    private void begin(Round<Q, A> round) {
        try {
            threads.execute(() -> goOn(round));
        } catch (Throwable e) {
            over(round);
            round.fail(e);
        }
    }

    /** Round after round, until nobody asks. */
    private void goOn(Round<Q, A> first) {
        for (var round = Optional.of(first); round.isPresent(); round = next()) {
            round.get().answer();
            over(round.get());
        }
    }

    /** While no more go on than should at once, but for those that hang. */
    private synchronized Optional<Round<Q, A>> next() {
        if (waiting.isEmpty()
                || underWay.stream().filter(round -> round.isUnder(longNanos)).count() >= atOnce) {
            return Optional.empty();
        }
        var next = Round.of(most(), waiting, answer);
        underWay.add(next);
        return Optional.of(next);
    }

    /**
     * Of many, half, so that something is done with the answers while the others are asked for. Where rounds that hang have all the
     * places, as many as a round takes: each more would be begun only after a while.
     */
    private int most() {
        var half = Math.max(Round.FEW, waiting.size() / 2);
        return underWay.size() < atOnce ? Math.min(Round.MOST, half) : Round.MOST;
    }

    private synchronized void over(Round<Q, A> round) {
        underWay.remove(round);
    }

    /** Whoever waits may be the last to ask for a while, and what they wait for may hang. */
    private synchronized void watch() {
        if (!watched && !waiting.isEmpty()) {
            watched = true;
            CompletableFuture.delayedExecutor(longNanos, TimeUnit.NANOSECONDS, threads)
                    .execute(this::lookAgain);
        }
    }

    private void lookAgain() {
        synchronized (this) {
            watched = false;
        }
        begin();
    }

    /** None keeps the site from stopping, but for the requests that wait for it. */
    private static Thread thread(Runnable rounds) {
        var thread = new Thread(rounds, "rounds");
        thread.setDaemon(true);
        return thread;
    }
}
