package dev.retinue.support;

import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** What each test of the running application begins with: which everyone is a stranger. */
@WithTestResource(TestDatabase.class)
public abstract class RetinueTest {

    @Inject
    protected Cast cast;

    @BeforeEach
    void everyoneIsAStranger() {
        cast.enter();
    }
}
