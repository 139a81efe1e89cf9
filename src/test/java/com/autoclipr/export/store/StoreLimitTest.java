package com.autoclipr.export.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLimitTest {
    @Test
    void sizesAreRead() {
        assertEquals(0, StoreLimit.parse("0"));
        assertEquals(123, StoreLimit.parse(" 123 "));
        assertEquals(10L << 30, StoreLimit.parse("10G"));
        assertEquals(500L << 20, StoreLimit.parse("500 mb"));
        assertEquals(2L << 40, StoreLimit.parse("2TiB"));
        assertEquals(7L << 10, StoreLimit.parse("7k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "-1", "1.5G", "10X", "9999999999T", "1 0"})
    void whatIsNoSizeIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> StoreLimit.parse(text));
    }
}
