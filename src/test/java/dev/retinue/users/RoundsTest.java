package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {

    private static final int MANY = 8;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Collection<Set<Integer>> asked = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean begun = new AtomicBoolean();

    private Thread inTransaction;

    /** The first round goes on until this is down. */
    private final CountDownLatch first = new CountDownLatch(1);

    @AfterEach
    void stop() {
        first.countDown();
        threads.shutdown();
    }

    @Test
    void whoeverIsAloneAsksAlone() {
        first.countDown();
        var rounds = rounds(RoundsTest::squares);
        assertThat(rounds.ask(3)).contains(9);
        assertThat(rounds.ask(4)).contains(16);
        assertThat(asked).containsExactly(Set.of(3), Set.of(4));
    }

    @Test
    void whatHasNoAnswerIsToldSo() {
        first.countDown();
        assertThat(rounds(questions -> Map.of()).ask(3)).isEmpty();
    }

    @Test
    void thoseWhoAskDuringARoundAreAnsweredByTheNext() throws Exception {
        var rounds = rounds(RoundsTest::squares);
        var answers =
                IntStream.range(0, MANY).mapToObj(i -> askAndWait(rounds, i)).toList();
        first.countDown();
        for (var i = 0; i < MANY; i++) {
            assertThat(answers.get(i).get()).contains(i * i);
        }
        assertThat(asked).containsExactly(Set.of(0), numbers(1, MANY));
    }

    @Test
    void anAnswerIsNeverOlderThanItsQuestion() throws Exception {
        first.countDown();
        var changes = new AtomicInteger();
        var rounds = rounds(questions -> answers(questions, each -> changes.get()));
        var asking = new ArrayList<Callable<Void>>();
        for (var i = 0; i < MANY; i++) {
            asking.add(() -> {
                for (var question = 0; question < 10_000; question++) {
                    var changed = changes.incrementAndGet();
                    assertThat(rounds.ask(question).orElseThrow()).isGreaterThanOrEqualTo(changed);
                }
                return null;
            });
        }
        for (var asker : threads.invokeAll(asking)) {
            asker.get();
        }
    }

    @Test
    void whoeverWaitsForOthersInVainAsksAlone() throws Exception {
        var rounds = rounds(questions -> {
            if (questions.size() > 1) {
                throw new IllegalStateException("Too many");
            }
            return squares(questions);
        });
        var answers = IntStream.range(0, 3).mapToObj(i -> askAndWait(rounds, i)).toList();
        first.countDown();
        for (var i = 0; i < 3; i++) {
            assertThat(answers.get(i).get()).contains(i * i);
        }
        assertThat(asked).contains(Set.of(1), Set.of(2));
    }

    @Test
    void whoeverFindsARoundFullAsksAloneUnlessTheirQuestionIsInIt() throws Exception {
        var rounds = rounds(RoundsTest::squares);
        askAndWait(rounds, 0);
        var answers = IntStream.rangeClosed(1, Rounds.MOST)
                .mapToObj(i -> askAndWait(rounds, i))
                .toList();
        assertThat(rounds.ask(100)).contains(10_000);
        var again = askAndWait(rounds, 1);
        assertThat(asked).containsExactly(Set.of(0), Set.of(100));
        first.countDown();
        assertThat(answers.get(0).get()).contains(1);
        assertThat(again.get()).contains(1);
        assertThat(asked).containsExactly(Set.of(0), Set.of(100), numbers(1, Rounds.MOST + 1));
    }

    @Test
    void whoeverIsInATransactionAsksAlone() {
        var rounds = rounds(RoundsTest::squares);
        askAndWait(rounds, 1);
        askAndWait(rounds, 2);
        inTransaction = Thread.currentThread();
        assertThat(rounds.ask(3)).contains(9);
        assertThat(asked).containsExactly(Set.of(1), Set.of(3));
    }

    @Test
    void aRoundThatFailsTellsWhoeverAskedAndDoesNotAskAgain() {
        first.countDown();
        var rounds = rounds(questions -> {
            throw new IllegalStateException("Away");
        });
        assertThatIllegalStateException().isThrownBy(() -> rounds.ask(3)).withMessage("Away");
        assertThatIllegalStateException().isThrownBy(() -> rounds.ask(4)).withMessage("Away");
        assertThat(asked).containsExactly(Set.of(3), Set.of(4));
    }

    @Test
    void aRoundThatHangsKeepsNobodyForLong() {
        var rounds = rounds(RoundsTest::squares, Duration.ofMillis(10));
        askAndWait(rounds, 1);
        assertThat(rounds.ask(2)).contains(4);
        assertThat(first.getCount()).isEqualTo(1);
    }

    private Rounds<Integer, Integer> rounds(Function<Set<Integer>, Map<Integer, Integer>> answer) {
        return rounds(answer, Duration.ofSeconds(20));
    }

    private Rounds<Integer, Integer> rounds(Function<Set<Integer>, Map<Integer, Integer>> answer, Duration patience) {
        return new Rounds<>(
                questions -> {
                    asked.add(Set.copyOf(questions));
                    if (begun.compareAndSet(false, true)) {
                        await(first);
                    }
                    return answer.apply(questions);
                },
                () -> Thread.currentThread() == inTransaction,
                1,
                patience.toMillis(),
                patience);
    }

    /** Comes back once the question waits to be answered. */
    private Future<Optional<Integer>> askAndWait(Rounds<Integer, Integer> rounds, int question) {
        var asking = new Thread[1];
        var begun = new CountDownLatch(1);
        var answer = threads.submit(() -> {
            asking[0] = Thread.currentThread();
            begun.countDown();
            return rounds.ask(question);
        });
        await(begun);
        while (!List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(asking[0].getState())) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Integer, Integer> squares(Set<Integer> questions) {
        return answers(questions, question -> question * question);
    }

    private static Map<Integer, Integer> answers(Set<Integer> questions, Function<Integer, Integer> answer) {
        return questions.stream().collect(Collectors.toMap(question -> question, answer));
    }

    private static Set<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toSet());
    }
}
