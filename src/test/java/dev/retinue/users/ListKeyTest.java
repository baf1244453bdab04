package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListKeyTest {

    @Test
    void aKeyInAnAddressIsTheSameKey() {
        var key = new ListKey(Instant.parse("2026-11-22T16:44:07.123456Z"), 42);
        assertThat(key).hasToString("1795365847123456-42");
        assertThat(ListKey.parse(key.toString())).contains(key);
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
                "99999999999999999999-1",
                "1-99999999999999999999"
            })
    void aBrokenKeyIsNoKey(String written) {
        assertThat(ListKey.parse(written)).isEmpty();
    }
}
