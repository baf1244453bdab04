package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x", "=1\n=2"})
    void whatASpreadsheetTakesForAFormulaIsMadeHarmlessAndComesBack(String formula) {
        assertThat(Cell.harmless(formula)).isEqualTo("'" + formula);
        assertThat(Cell.original(Cell.harmless(formula))).isEqualTo(formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sutton", "'tis", "a=b", "''", "O'Neill"})
    void anythingElseStaysAsItIs(String text) {
        assertThat(Cell.harmless(text)).isEqualTo(text);
        assertThat(Cell.original(text)).isEqualTo(text);
    }
}
