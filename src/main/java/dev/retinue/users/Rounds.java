package dev.retinue.users;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Questions that several ask at the same time, answered in rounds: whoever asks while others are answered is in the next round, and
 * one of those asks for all of them. So nobody gets an answer that is older than the question, and the more ask, the fewer times
 * each has to be asked for.
 */
public final class Rounds<Q, A> {

    /** Longer than the database takes, and not long for whoever then asks alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** For as long a round waits until another one is over: longer than that takes, and nothing to those who look at a page. */
    private static final long TURN_MILLIS = 50;

    /** In a round, which takes as long as all of them. */
    static final int MOST = 32;

    /** So many rounds at once leave as many processors to whoever does something with the answers. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Led by the first who asks in it. */
    private final class Round {

        private final Thread leader = Thread.currentThread();

        private final Set<Q> questions = new HashSet<>();

        private final CompletableFuture<Map<Q, A>> answers = new CompletableFuture<>();

        boolean takes(Q question) {
            return questions.contains(question) || questions.size() < MOST && questions.add(question);
        }

        /** Nothing where they failed, or are not there in time. */
        Optional<Map<Q, A>> answers() {
            try {
                return Optional.of(answers.get(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException | TimeoutException e) {
                return Optional.empty();
            }
        }
    }

    private final Function<Set<Q>, Map<Q, A>> answer;

    private final BooleanSupplier isInTransaction;

    private final long turnMillis;

    private final Duration patience;

    private final Semaphore free;

    /** The one that has not begun to read, where somebody is in it. */
    private Round next;

    /**
     * @param answer finds the answers to such questions as have one
     * @param isInTransaction whether whoever asks is in one: they ask alone. What it has changed is for nobody else to see, and
     *     nobody waits for others with what it holds
     */
    public Rounds(Function<Set<Q>, Map<Q, A>> answer, BooleanSupplier isInTransaction) {
        this(answer, isInTransaction, AT_ONCE, TURN_MILLIS, PATIENCE);
    }

    /**
     * @param atOnce how many rounds there may be at the same time, where none takes long
     * @param turnMillis for how long a round waits for those before
     * @param patience for how long others are waited for
     */
    Rounds(
            Function<Set<Q>, Map<Q, A>> answer,
            BooleanSupplier isInTransaction,
            int atOnce,
            long turnMillis,
            Duration patience) {
        this.answer = answer;
        this.isInTransaction = isInTransaction;
        this.turnMillis = turnMillis;
        this.free = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** Nothing where there is no answer. Whoever finds no place, or is in a round that fails or takes too long, asks alone. */
    public Optional<A> ask(Q question) {
        return join(question)
                .flatMap(round -> answers(round))
                .map(answers -> Optional.ofNullable(answers.get(question)))
                .orElseGet(() -> askAlone(question));
    }

    /** Whatever others ask. */
    public Optional<A> askAlone(Q question) {
        return Optional.ofNullable(answer.apply(Set.of(question)).get(question));
    }

    private Optional<Round> join(Q question) {
        return isInTransaction.getAsBoolean() ? Optional.empty() : joinNext(question);
    }

    private synchronized Optional<Round> joinNext(Q question) {
        var round = next == null ? new Round() : next;
        if (!round.takes(question)) {
            return Optional.empty();
        }
        next = round;
        return Optional.of(round);
    }

    private Optional<Map<Q, A>> answers(Round round) {
        if (round.leader == Thread.currentThread()) {
            lead(round);
        }
        return round.answers();
    }

    /**
     * Those before may keep it from beginning for a while, and not for good. Whatever happens, nobody waits for it after that. Where it
     * fails for the leader alone, it would for the leader once more.
     */
    private void lead(Round round) {
        var turn = 0;
        try {
            turn = awaitTurn() ? 1 : 0;
            close(round);
            round.answers.complete(answer.apply(round.questions));
        } catch (Throwable e) {
            round.answers.completeExceptionally(e);
            if (round.questions.size() <= 1) {
                throw e;
            }
        } finally {
            close(round);
            free.release(turn);
        }
    }

    private boolean awaitTurn() {
        try {
            return free.tryAcquire(turnMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whoever asks from now on is in another. */
    private synchronized void close(Round round) {
        if (next == round) {
            next = null;
        }
    }
}
