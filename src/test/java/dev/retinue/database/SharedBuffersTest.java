package dev.retinue.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the embedded PostgreSQL takes of the memory. */
class SharedBuffersTest {

    @ParameterizedTest
    @CsvSource({"0.5, 128MB", "1, 128MB", "3, 384MB", "8, 1024MB", "24, 1024MB"})
    void anEighthIsSharedWithinLimits(double gigabytes, String shared) {
        assertThat(SharedBuffers.of((long) (gigabytes * (1 << 30)))).hasToString(shared);
    }
}
