package dev.retinue.users;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Questions that several ask at the same time, answered in rounds: whoever asks while one is under way is in the next, and one of
 * those asks for all of them. So nobody gets an answer that is older than the question, and the more ask, the fewer times each has
 * to be asked for.
 */
public final class Rounds<Q, A> {

    /** Longer than the database takes, and not long for whoever then asks alone. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private final class Round {

        private final Set<Q> questions = new HashSet<>();

        private final AtomicBoolean led = new AtomicBoolean();

        private final CompletableFuture<Map<Q, A>> answers = new CompletableFuture<>();

        /** Whether whoever asks this first has to find the answers. */
        boolean lead() {
            return led.compareAndSet(false, true);
        }

        void find() {
            try {
                answers.complete(answer.apply(questions));
            } catch (RuntimeException e) {
                answers.completeExceptionally(e);
                throw e;
            }
        }

        /** Nothing where they failed, or are not there in time. */
        Optional<Map<Q, A>> answers() {
            try {
                return Optional.of(answers.get(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private final Function<Set<Q>, Map<Q, A>> answer;

    private final Duration patience;

    private Round current = new Round();

    private Round next = new Round();

    /**
     * @param answer finds the answers to such questions as have one
     * @param patience for how long others are waited for
     */
    public Rounds(Function<Set<Q>, Map<Q, A>> answer, Duration patience) {
        this.answer = answer;
        this.patience = patience;
        current.answers.complete(Map.of());
    }

    /** Nothing where there is no answer. Whoever waits in vain for others asks alone. */
    public Optional<A> ask(Q question) {
        var round = join(question);
        if (round.lead()) {
            current().answers();
            begin();
            round.find();
        }
        return Optional.ofNullable(
                round.answers().orElseGet(() -> answer.apply(Set.of(question))).get(question));
    }

    private synchronized Round join(Q question) {
        next.questions.add(question);
        return next;
    }

    private synchronized Round current() {
        return current;
    }

    private synchronized void begin() {
        current = next;
        next = new Round();
    }
}
