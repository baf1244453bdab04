package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.Deed.Verb;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever people do to each other, and in whatever order, it comes out as the {@link Model} says, and the rules hold. */
@QuarkusTest
class StateMachineTest extends RetinueTest {

    private static final int STORIES = 300;

    private static final int DEEDS = 30;

    private static final int PEOPLE = 3;

    private static final int THREADS = 8;

    private static final String LINES = """
            select follower_id || case when private then ' follows privately ' else ' follows ' end || followed_id, timestamp from follows
            union all select follower_id || case when declined_at is null then ' asks ' else ' asked in vain ' end
                || followed_id, timestamp from follow_requests
            union all select blocker_id || ' blocks ' || blocked_id, timestamp from blocks
            union all select muter_id || ' mutes ' || muted_id, null from mutes
            """;

    private record Line(String text, Instant since) {}

    @Inject
    Invariants invariants;

    @Inject
    CountRepair counts;

    @Inject
    Chores chores;

    @Inject
    Circle circle;

    @BeforeAll
    static void jqwikBegins() {
        JqwikSession.start();
    }

    @AfterAll
    static void jqwikEnds() {
        JqwikSession.finish();
    }

    @Test
    void everyStoryComesOutAsTheModelSays() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var stories = stories().generator(STORIES);
        for (var i = 0; i < STORIES; i++) {
            var story = stories.next(random);
            problem(story.value()).ifPresent(problem -> {
                var shortest = shortest(story);
                throw new AssertionError("Seed %d: %s%n%s"
                        .formatted(seed, shortest, problem(shortest).orElse(problem)));
            });
        }
    }

    @Test
    void whateverHappensAtOnceTheRulesHold() throws Exception {
        var seed = new Random().nextLong();
        var story = deeds().list()
                .ofSize(THREADS * 60)
                .generator(1)
                .next(new Random(seed))
                .value();
        var workers = Executors.newFixedThreadPool(THREADS);
        try {
            var work = IntStream.range(0, THREADS)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (var i = thread; i < story.size(); i += THREADS) {
                            story.get(i).happens();
                        }
                        return null;
                    })
                    .toList();
            var running = work.stream().map(workers::submit).toList();
            comeAndGo(running);
            for (var each : running) {
                each.get();
            }
        } finally {
            workers.shutdown();
        }
        chores.run();
        assertThat(violations()).as("seed %d", seed).isEmpty();
    }

    /** Each in turn deactivates and comes back, as long as that goes on. */
    private void comeAndGo(List<Future<Void>> running) {
        for (var who = 0; running.stream().anyMatch(each -> !each.isDone()); who++) {
            var id = (long) who % PEOPLE + 1;
            Transactions.run(() -> User.<User>findById(id).deactivate());
            chores.run();
            Transactions.run(() -> User.<User>findById(id).comeBack());
        }
    }

    private static Arbitrary<List<Deed>> stories() {
        return deeds().list().ofMinSize(1).ofMaxSize(DEEDS);
    }

    private static Arbitrary<Deed> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(1, PEOPLE - 1))
                .as((verb, one, step) -> new Deed(verb, one + 1, (one + step) % PEOPLE + 1));
    }

    /** What does not come out as it should, if anything; every deed but an undo happens twice, which is once. */
    private Optional<String> problem(List<Deed> story) {
        cast.enter();
        var model = new Model();
        var numbers = new TreeMap<Instant, Integer>();
        for (var deed : story) {
            numbers.put(Instant.now().truncatedTo(ChronoUnit.MICROS), numbers.size() + 1);
            model.happens(deed);
            deed.happens();
            if (deed.verb() == Verb.GO_PUBLIC) {
                chores.run();
            }
            if (deed.verb() != Verb.UNDO) {
                deed.happens();
            }
            var problem = problem(model, numbers);
            if (problem.isPresent()) {
                return Optional.of("After " + deed + ": " + problem.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(Model model, TreeMap<Instant, Integer> numbers) {
        var lines = new TreeSet<>(lines(numbers));
        lines.addAll(shown());
        if (!lines.equals(model.lines())) {
            return Optional.of("there is " + lines + " and should be " + model.lines());
        }
        var violations = violations();
        return violations.isEmpty() ? Optional.empty() : Optional.of(violations.toString());
    }

    private List<String> violations() {
        var violations = invariants
                .check()
                .filter(finding -> finding.violations() > 0)
                .map(Invariants.Finding::toString)
                .collect(Collectors.toCollection(ArrayList::new));
        if (counts.wrong() > 0) {
            violations.add("Counts are wrong");
        }
        return violations;
    }

    /** With the number of the deed that a date is from. */
    private static List<String> lines(TreeMap<Instant, Integer> numbers) {
        return Transactions.ask(() -> User.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LINES, Line.class)
                .getResultStream()
                .map(line -> line.since == null
                        ? line.text
                        : line.text + " since " + numbers.floorEntry(line.since).getValue())
                .toList());
    }

    /** What the two lists of everyone show to strangers, which is the same. */
    private List<String> shown() {
        return Transactions.ask(() -> {
            var followers = new TreeSet<String>();
            var following = new TreeSet<String>();
            for (User user : User.<User>listAll()) {
                circle.rows(Listing.of(user, Direction.FOLLOWERS), Place.TOP)
                        .forEach(row -> followers.add("everyone sees " + row.id() + " with " + user.id));
                circle.rows(Listing.of(user, Direction.FOLLOWING), Place.TOP)
                        .forEach(row -> following.add("everyone sees " + user.id + " with " + row.id()));
            }
            assertThat(followers).isEqualTo(following);
            return List.copyOf(followers);
        });
    }

    private List<Deed> shortest(Shrinkable<List<Deed>> story) {
        var shortest = story;
        var next = Optional.of(story);
        while (next.isPresent()) {
            shortest = next.get();
            next = shortest.shrink()
                    .filter(shorter -> !shorter.value().isEmpty()
                            && problem(shorter.value()).isPresent())
                    .findFirst();
        }
        return shortest.value();
    }
}
