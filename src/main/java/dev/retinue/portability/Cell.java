package dev.retinue.portability;

import java.util.regex.Pattern;

/** A cell of a CSV file that no spreadsheet takes for a formula (OWASP, "CSV Injection"). */
class Cell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Cell() {}

    /** What a file holds: an apostrophe, which a spreadsheet takes for "this is text", before what would be a formula. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What it was before it was made harmless. */
    static String original(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
