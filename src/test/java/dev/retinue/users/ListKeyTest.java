package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListKeyTest {

    private static final Instant TIME = Instant.parse("2026-11-22T16:44:07.123456Z");

    @ParameterizedTest
    @CsvSource({
        "NEWEST, 1795365847123456-42",
        "OLDEST, 1795365847123456-42",
        "KNOWN, known-1795365847123456-42",
        "NAME, daniel_bates"
    })
    void aKeyInAnAddressLeadsToTheSamePlace(Sort sort, String written) {
        assertThat(new ListKey(true, TIME, 42, "daniel_bates").written(sort)).isEqualTo(written);
        assertThat(ListKey.parse(written, sort).orElseThrow().written(sort)).isEqualTo(written);
    }

    /** As after a log-out: what came first for the member who followed them has no such place for a visitor. */
    @Test
    void aKeyAmongKnownPeopleIsOneAmongAllElsewhere() {
        assertThat(ListKey.parse("known-1-2", Sort.NEWEST).orElseThrow().written(Sort.NEWEST))
                .isEqualTo("1-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "-",
                "1-",
                "-1",
                "1-2-3",
                "a-b",
                "1 -2",
                "known-",
                "99999999999999999999-1",
                "1-99999999999999999999"
            })
    void aBrokenKeyIsNoKey(String written) {
        assertThat(ListKey.parse(written, Sort.NEWEST)).isEmpty();
    }
}
