package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class DatabaseProblemTest {

    @Test
    void aDatabaseThatEndsConnectionsIsAwayForAWhile() {
        var failure = new IllegalStateException(new SQLException("terminating connection", "57P01"));
        assertThat(DatabaseProblem.isForAWhile(failure)).isTrue();
        assertThat(DatabaseProblem.isWorthAnotherTry(failure)).isFalse();
    }

    @Test
    void aFullDiskIsFullForAWhile() {
        assertThat(DatabaseProblem.isForAWhile(new SQLException("could not extend file", "53100")))
                .isTrue();
    }

    @Test
    void aPoolWithoutAConnectionTellsNoMore() {
        var failure = new SQLException("Acquisition timeout");
        assertThat(DatabaseProblem.isForAWhile(failure)).isTrue();
        assertThat(DatabaseProblem.isWorthAnotherTry(failure)).isFalse();
    }

    @Test
    void whatSomebodyElseHoldsIsHeldForAWhile() {
        var failure = new IllegalStateException(new SQLException("canceling statement due to lock timeout", "55P03"));
        assertThat(DatabaseProblem.isForAWhile(failure)).isTrue();
        assertThat(DatabaseProblem.isInTheWay(failure)).isTrue();
        assertThat(DatabaseProblem.isWorthAnotherTry(failure)).isFalse();
    }

    /** As the transaction manager tells it. */
    @Test
    void whatAnswersACommitCounts() {
        var commit = new XAException("Error trying to commit");
        commit.initCause(new SQLException("deadlock detected", "40P01"));
        var failure = new RollbackException("Could not commit transaction.");
        failure.addSuppressed(commit);
        assertThat(DatabaseProblem.isWorthAnotherTry(new IllegalStateException(failure)))
                .isTrue();
    }

    @Test
    void whatBreaksARuleOfATableIsNoProblemOfTheDatabase() {
        assertThat(DatabaseProblem.isForAWhile(new SQLException("violates check constraint", "23514")))
                .isFalse();
        assertThat(DatabaseProblem.isForAWhile(new IllegalStateException("a bug")))
                .isFalse();
    }
}
