package com.autoclipr.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenTextTest {
    @Test
    void onlyRoughNumbersMayDifferAndByOne() {
        assertEquals(List.of(), GoldenText.differences("a ~12 7\nb ~-3", "a ~13 7\nb ~-4"));
        assertEquals(
                List.of("- a ~12\n+ a ~14"), GoldenText.differences("a ~12\nb 1", "a ~14\nb 1"));
        assertEquals(List.of("- b 1\n+ b 2"), GoldenText.differences("a ~12\nb 1", "a ~12\nb 2"));
        assertEquals(List.of("- ~12\n+ 12"), GoldenText.differences("~12", "12"));
    }

    @Test
    void aLineMoreOrLessIsADifference() {
        assertEquals(List.of("- b\n+ (nothing)"), GoldenText.differences("a\nb", "a"));
        assertEquals(List.of("- (nothing)\n+ b"), GoldenText.differences("a", "a\nb"));
        assertEquals(List.of("- a b\n+ a"), GoldenText.differences("a b", "a"));
    }
}
