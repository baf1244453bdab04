package dev.retinue.web;

import io.quarkus.qute.TemplateExtension;

/**
 * The picture of whoever has none: five by five squares, the right half the mirror of the left, drawn from an id alone.
 * Templates ask an id for its {@code squares} and its {@code hue}.
 */
@TemplateExtension
public class Identicon {

    private static final int SIZE = 5;

    private static final int HALF = SIZE / 2;

    private static final int DEGREES = 360;

    private Identicon() {}

    /** The path to stroke, one unit wide: a line for each run of squares in a row. */
    static String squares(long id) {
        var path = new StringBuilder();
        for (var row = 0; row < SIZE; row++) {
            for (var column = 0; column < SIZE; column++) {
                if (isFilled(id, row, column) && !isFilled(id, row, column - 1)) {
                    path.append('M').append(column).append(' ').append(row).append(".5h");
                    path.append(run(id, row, column));
                }
            }
        }
        return path.toString();
    }

    /** In degrees. */
    static int hue(long id) {
        return (int) Long.remainderUnsigned(mixed(id) >>> (SIZE * (HALF + 1)), DEGREES);
    }

    private static int run(long id, int row, int from) {
        var column = from;
        while (isFilled(id, row, column)) {
            column++;
        }
        return column - from;
    }

    /** One bit of the id decides for a square and its mirror; the middle of the picture is never empty. */
    private static boolean isFilled(long id, int row, int column) {
        if (column < 0 || column >= SIZE) {
            return false;
        }
        var distance = Math.abs(column - HALF);
        return row == HALF && distance == 0 || (mixed(id) >>> (row * (HALF + 1) + distance) & 1) == 1;
    }

    /** Neighbouring ids look nothing alike: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long id) {
        var bits = id * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
