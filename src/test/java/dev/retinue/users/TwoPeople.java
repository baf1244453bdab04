package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Sutton and Daniel as they were when the test began, and whether everything agrees afterwards. */
abstract class TwoPeople extends RetinueTest {

    @Inject
    Chores chores;

    @Inject
    CountRepair repair;

    @Inject
    Invariants invariants;

    User sutton;

    User daniel;

    @BeforeEach
    void theyAreKnown() {
        sutton = named("Sutton");
        daniel = named("Daniel Bates");
    }

    static User named(String name) {
        return ask(() -> User.named(name).orElseThrow());
    }

    void assertEverythingAgrees() {
        repair.run(wrong -> assertThat(wrong).as("counts that differ").isNull());
        assertThat(invariants.check().filter(finding -> finding.violations() > 0))
                .isEmpty();
    }
}
