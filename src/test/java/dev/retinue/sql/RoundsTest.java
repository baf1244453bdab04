package dev.retinue.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RoundsTest {

    private static final int MANY = 6;

    private final Collection<Set<Integer>> asked = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final AtomicBoolean begun = new AtomicBoolean();

    /** The first round goes on until this is down. */
    private final CountDownLatch first = new CountDownLatch(1);

    @AfterEach
    void stop() {
        first.countDown();
        threads.shutdown();
    }

    @Test
    void whoeverIsAloneIsAskedForAlone() {
        first.countDown();
        var rounds = rounds(RoundsTest::squares);
        assertThat(ask(rounds, 3).join()).contains(9);
        assertThat(ask(rounds, 4).join()).contains(16);
        assertThat(asked).containsExactly(Set.of(3), Set.of(4));
    }

    @Test
    void whoeverMayWaitIsToldOrHearsWhatFailed() {
        first.countDown();
        assertThat(rounds(RoundsTest::squares).await(3)).contains(9);
        var failing = rounds(questions -> {
            throw new IllegalStateException("Away");
        });
        assertThatThrownBy(() -> failing.await(3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Away");
    }

    @Test
    void whatHasNoAnswerIsToldSo() {
        first.countDown();
        assertThat(ask(rounds(questions -> Map.of()), 3).join()).isEmpty();
    }

    @Test
    void thoseWhoAskDuringARoundAreAnsweredByTheNext() {
        var rounds = rounds(RoundsTest::squares);
        var answers = IntStream.range(0, MANY).mapToObj(i -> ask(rounds, i)).toList();
        first.countDown();
        for (var i = 0; i < MANY; i++) {
            assertThat(answers.get(i).join()).contains(i * i);
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
                    assertThat(ask(rounds, question).join().orElseThrow()).isGreaterThanOrEqualTo(changed);
                }
                return null;
            });
        }
        for (var asker : threads.invokeAll(asking)) {
            asker.get();
        }
    }

    @Test
    void eachOfARoundThatFailsIsAskedForAlone() {
        var rounds = rounds(questions -> {
            if (questions.contains(2)) {
                throw new IllegalStateException("Not that");
            }
            return squares(questions);
        });
        var answers = IntStream.range(0, 4).mapToObj(i -> ask(rounds, i)).toList();
        first.countDown();
        for (var i : new int[] {0, 1, 3}) {
            assertThat(answers.get(i).join()).contains(i * i);
        }
        assertThatThrownBy(answers.get(2)::join).hasRootCauseMessage("Not that");
        assertThat(asked).containsExactlyInAnyOrder(Set.of(0), numbers(1, 4), Set.of(1), Set.of(2), Set.of(3));
    }

    @Test
    void ofManyWhoWaitTheFirstHalfIsInARoundAndNeverMoreThanThirtyTwo() {
        var rounds = rounds(RoundsTest::squares);
        var answers =
                IntStream.rangeClosed(0, 100).mapToObj(i -> ask(rounds, i)).toList();
        first.countDown();
        assertThat(answers.get(100).join()).contains(100 * 100);
        assertThat(asked)
                .containsExactly(
                        Set.of(0),
                        numbers(1, 33),
                        numbers(33, 65),
                        numbers(65, 83),
                        numbers(83, 92),
                        numbers(92, 98),
                        numbers(98, 101));
    }

    @Test
    void whatSeveralAskIsAskedOnce() {
        var rounds = rounds(RoundsTest::squares);
        ask(rounds, 0);
        var answers =
                IntStream.rangeClosed(1, MANY).mapToObj(i -> ask(rounds, 7)).toList();
        first.countDown();
        answers.forEach(answer -> assertThat(answer.join()).contains(49));
        assertThat(asked).containsExactly(Set.of(0), Set.of(7));
    }

    @Test
    void whoeverAsksAloneWaitsForNobody() {
        var rounds = rounds(RoundsTest::squares);
        ask(rounds, 1);
        begun();
        ask(rounds, 2);
        assertThat(rounds.askAlone(3)).contains(9);
        assertThat(asked).containsExactly(Set.of(1), Set.of(3));
    }

    @Test
    void aQuestionThatFailsAloneIsNotAskedAgain() {
        first.countDown();
        var rounds = rounds(questions -> {
            throw new OutOfMemoryError("Away");
        });
        assertThatThrownBy(ask(rounds, 3)::join).hasRootCauseMessage("Away");
        assertThatThrownBy(ask(rounds, 4)::join).hasRootCauseMessage("Away");
        assertThat(asked).containsExactly(Set.of(3), Set.of(4));
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsAskedForOnceMore() {
        var rounds = rounds(questions -> {
            throw new IllegalStateException(new SQLException("Away", "57P01"));
        });
        var answers = IntStream.range(0, 3).mapToObj(i -> ask(rounds, i)).toList();
        first.countDown();
        for (var answer : answers) {
            assertThatThrownBy(answer::join).hasRootCauseMessage("Away");
        }
        assertThat(asked).containsExactly(Set.of(0), Set.of(1, 2));
    }

    @Test
    void whileARoundHangsAnotherIsBegunForThoseWhoWaitThoughNobodyElseAsks() {
        var rounds = rounds(RoundsTest::squares, Duration.ofMillis(100));
        ask(rounds, 1);
        assertThat(ask(rounds, 2).join()).contains(4);
        assertThat(ask(rounds, 3).join()).contains(9);
        assertThat(first.getCount()).isEqualTo(1);
        assertThat(asked).containsExactly(Set.of(1), Set.of(2), Set.of(3));
    }

    @Test
    void behindARoundThatHangsAllWhoWaitAreInTheNext() {
        var rounds = rounds(RoundsTest::squares, Duration.ofSeconds(1));
        ask(rounds, 0);
        var answers = IntStream.rangeClosed(1, Round.MOST)
                .mapToObj(i -> ask(rounds, i))
                .toList();
        assertThat(answers.get(Round.MOST - 1).join()).contains(Round.MOST * Round.MOST);
        assertThat(first.getCount()).isEqualTo(1);
        assertThat(asked).containsExactly(Set.of(0), numbers(1, Round.MOST + 1));
    }

    @Test
    void whereThereIsNoThreadForARoundWhoeverAskedIsToldAndTheNextIsAnswered() {
        first.countDown();
        var none = new AtomicBoolean(true);
        var rounds = new Rounds<>(RoundsTest::squares, 1, Duration.ofHours(1), task -> {
            if (none.getAndSet(false)) {
                throw new OutOfMemoryError("No thread");
            }
            threads.execute(task);
        });
        assertThatThrownBy(ask(rounds, 3)::join).hasRootCauseMessage("No thread");
        assertThat(ask(rounds, 4).join()).contains(16);
    }

    private Rounds<Integer, Integer> rounds(Function<Set<Integer>, Map<Integer, Integer>> answer) {
        return rounds(answer, Duration.ofSeconds(20));
    }

    private Rounds<Integer, Integer> rounds(Function<Set<Integer>, Map<Integer, Integer>> answer, Duration longest) {
        return new Rounds<>(
                questions -> {
                    asked.add(Set.copyOf(questions));
                    if (begun.compareAndSet(false, true)) {
                        await(first);
                    }
                    return answer.apply(questions);
                },
                1,
                longest,
                threads);
    }

    private void begun() {
        while (!begun.get()) {
            Thread.onSpinWait();
        }
    }

    private static CompletableFuture<Optional<Integer>> ask(Rounds<Integer, Integer> rounds, int question) {
        return rounds.ask(question).subscribeAsCompletionStage();
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
