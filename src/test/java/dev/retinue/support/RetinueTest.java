package dev.retinue.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What each test of the running application begins with, in which everyone is a stranger, and what holds at its end. */
@WithTestResource(TestDatabase.class)
public abstract class RetinueTest {

    @Inject
    protected Cast cast;

    @BeforeEach
    void everyoneIsAStranger() {
        cast.enter();
    }

    /** Wherever they were sent: a site that outgrows a machine sends the same. */
    @AfterEach
    void everyStatementKeptTheRules() {
        assertThat(SentStatements.broken()).isEmpty();
    }
}
