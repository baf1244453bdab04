package dev.retinue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.history.Span.Turn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void whoBeginsAndEndsFollowsInBetween() {
        assertThat(Span.of(List.of(began(1), ended(5), began(9)))).containsExactly(span(9, 0), span(1, 5));
    }

    @Test
    void beginningAgainIsNoEnd() {
        assertThat(Span.of(List.of(began(1), began(5)))).containsExactly(span(1, 0));
    }

    @Test
    void whatIsUndoneAtOnceIsNoBreak() {
        var undone = new Turn(true, at(5).plusSeconds(599), null);
        assertThat(Span.of(List.of(began(1), ended(5), undone))).containsExactly(span(1, 0));
    }

    @Test
    void theBeginningIsKnownFromTheEndWhereNothingElseTellsIt() {
        assertThat(Span.of(List.of(new Turn(false, at(5), at(2))))).containsExactly(span(2, 5));
        assertThat(Span.of(List.of(ended(5)))).isEmpty();
        assertThat(Span.of(List.of())).isEmpty();
    }

    private static Turn began(int day) {
        return new Turn(true, at(day), null);
    }

    private static Turn ended(int day) {
        return new Turn(false, at(day), null);
    }

    private static Span span(int begin, int end) {
        return new Span(at(begin), end == 0 ? null : at(end));
    }

    private static Instant at(int day) {
        return Instant.parse("2026-03-0" + day + "T12:00:00Z");
    }
}
