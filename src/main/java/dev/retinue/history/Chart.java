package dev.retinue.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A growth as bars that a page draws: up what was gained, down what was lost, in units of its own. */
record Chart(Growth growth, List<Bar> bars) {

    /** What stands for one step; lost goes down from the middle. */
    record Bar(Growth.Period period, int x, int gainedY, int gainedHeight, int lostHeight) {}

    private static final int BAR = 16;

    private static final int GAP = 6;

    private static final int HALF = 80;

    static Chart of(Growth growth) {
        var most = growth.periods().stream()
                .mapToLong(period -> Math.max(period.gained(), period.lost()))
                .max()
                .orElse(0);
        var bars = new ArrayList<Bar>();
        for (var period : growth.periods()) {
            var gained = height(period.gained(), most);
            bars.add(new Bar(period, bars.size() * (BAR + GAP), HALF - gained, gained, height(period.lost(), most)));
        }
        return new Chart(growth, bars);
    }

    /** The latest first, as a table reads. */
    public List<Bar> reversed() {
        var reversed = new ArrayList<>(bars);
        Collections.reverse(reversed);
        return reversed;
    }

    public int width() {
        return bars.size() * (BAR + GAP) - GAP;
    }

    public int height() {
        return 2 * HALF;
    }

    public int middle() {
        return HALF;
    }

    public int bar() {
        return BAR;
    }

    /** In proportion, and never nothing where there is something. */
    private static int height(long number, long most) {
        return number == 0 ? 0 : (int) Math.max(2, number * (HALF - 2) / most);
    }
}
