package com.autoclipr.cli.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.time.Rational;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "left, 100",
        "centre, 500",
        "center, 500",
        "right, 900",
        "x=123.5, 247/2",
        "x=30%, 300",
        "x=0, 0"
    })
    void whereItsCentreIs(String text, String x) {
        assertEquals(
                Rational.parse(x),
                OverlayPlace.parse(text)
                        .orElseThrow()
                        .centreX(Rational.of(1000), Rational.of(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "middle", "x=", "x=-3", "x=1e3", "x=30 %", "30%", "LEFT"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), OverlayPlace.parse(text));
    }

    @Test
    void aCanvasAsWideAsTheOverlayLeavesOnePlace() {
        Rational width = Rational.of(200);
        for (String text : new String[] {"left", "centre", "right"}) {
            assertEquals(
                    Rational.of(100), OverlayPlace.parse(text).orElseThrow().centreX(width, width));
        }
    }
}
