package dev.retinue.history;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sutton's followers: Daniel began today and ended, Mira began today, Priya 40 days ago. */
@QuarkusTest
class HistoryTest extends RetinueTest {

    @Inject
    Statements statements;

    private Browser sutton;

    @BeforeEach
    void somethingHappened() {
        sutton = Browser.of("Sutton");
        cast.follow("Priya", "Sutton");
        sql("update follow_events set timestamp = ?1", Instant.now().minus(Duration.ofDays(40)));
        cast.follow("Mira", "Sutton");
        cast.follow("Daniel Bates", "Sutton");
        Transactions.run(() -> user("Daniel Bates").unfollow(user("Sutton")));
    }

    @Test
    void whatWasGainedAndLostIsCountedByDay() {
        var page = sutton.page("/history");
        var rows = page.select("tbody tr");
        assertThat(rows).hasSize(30);
        assertThat(rows.get(0).select("td").eachText()).containsExactly("2", "1");
        assertThat(rows.get(1).select("td").eachText()).containsExactly("0", "0");
        assertThat(page.select("figcaption").text()).contains("+2 / −1 in all");
    }

    @Test
    void orByWeekOrMonth() {
        assertThat(sutton.page("/history?by=week").select("tbody tr")).hasSize(26);
        var months = sutton.page("/history?by=month");
        assertThat(months.select("tbody tr")).hasSize(24);
        assertThat(months.select("figcaption").text()).contains("+3 / −1 in all");
        assertThat(months.select("option[selected]").val()).isEqualTo("month");
    }

    @Test
    void theChartHasABarForEachDayOnWhichSomethingHappened() {
        var page = sutton.page("/history");
        assertThat(page.select("svg[role=img][aria-labelledby=chart-title] title")
                        .text())
                .isNotEmpty();
        assertThat(page.select("rect.gained")).hasSize(1);
        assertThat(page.select("rect.lost")).hasSize(1);
        assertThat(page.select("rect.gained").attr("height")).isEqualTo("78");
        assertThat(page.select("rect.lost").attr("height")).isEqualTo("39");
        assertThat(page.outerHtml()).doesNotContain("style=");
    }

    @Test
    void nobodyWhoLeftIsNamed() {
        assertThat(sutton.page("/history").text()).doesNotContain("Daniel").doesNotContain("Mira");
    }

    @Test
    void whatHasChangedSinceTheLastVisitIsSaid() {
        assertThat(sutton.page("/history").text()).contains("This is your first visit.");
        assertThat(sutton.page("/history").text()).contains("This is your first visit.");
        sql("update visits set latest = ?1", Instant.now().minus(Duration.ofHours(2)));
        assertThat(sutton.page("/history").text()).contains("Since your last visit: +2 / −1 2 hours ago");
        assertThat(sutton.page("/history").text()).contains("Since your last visit: +2 / −1 2 hours ago");
        sql("update visits set latest = ?1, previous = null", Instant.now().minus(Duration.ofMinutes(40)));
        sql("update follow_events set timestamp = ?1", Instant.now().minus(Duration.ofDays(2)));
        assertThat(sutton.page("/history").text()).contains("Since your last visit: no change 40 minutes ago");
    }

    @Test
    void itIsForOneselfAlone() {
        assertThat(Browser.visitor().status("/history")).isEqualTo(303);
        assertThat(Browser.of("Mira").page("/history").select("figcaption").text())
                .contains("+0 / −0");
    }

    @Test
    void itTakesFourStatements() {
        sutton.page("/history");
        assertThat(statements.during(() -> sutton.page("/history"))).isLessThanOrEqualTo(4);
    }

    @Test
    void weeksBeginOnMondayAndStepsOfAnyKindHaveNoGap() {
        var day = LocalDate.of(2026, 3, 1);
        assertThat(Step.WEEK.begin(day)).isEqualTo(LocalDate.of(2026, 2, 23));
        assertThat(Step.MONTH.begin(day)).isEqualTo(day);
        var growth = Transactions.ask(() -> Growth.of(1, Step.MONTH, day));
        assertThat(growth.periods().get(0).begin()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(growth.periods().get(23).words()).isEqualTo("Mar 2026");
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
