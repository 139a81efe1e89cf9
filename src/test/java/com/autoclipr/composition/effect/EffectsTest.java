package com.autoclipr.composition.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.TextLayer;
import com.autoclipr.testkit.Layers;
import com.autoclipr.time.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final double ROUNDING = 0.002;

    private static List<Effect> effects(String json) {
        TextLayer layer =
                Layers.of(0, "{\"type\": \"text\", \"text\": \"a\", \"effects\": " + json + "}");
        return layer.effects();
    }

    private static List<Double> matrix(String effect) {
        Filter filter = Effects.at(effects("[" + effect + "]"), Rational.ZERO).getFirst();
        return ((Filter.ColourMatrix) filter).rows();
    }

    private static double[] applied(List<Double> m, double red, double green, double blue) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] =
                    m.get(4 * i) * red
                            + m.get(4 * i + 1) * green
                            + m.get(4 * i + 2) * blue
                            + m.get(4 * i + 3);
        }
        return result;
    }

    private static void assertColour(double[] expected, double[] actual) {
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], Math.clamp(actual[i], 0, 1), ROUNDING, "channel " + i);
        }
    }

    /// As Firefox and Chromium show them.
    @Test
    void coloursAsInCss() {
        assertColour(
                new double[] {0.5, 1, 0},
                applied(matrix("{\"type\": \"brightness\", \"amount\": 2}"), 0.25, 0.6, 0));
        assertColour(
                new double[] {0.375, 0.55, 0.25},
                applied(matrix("{\"type\": \"contrast\", \"amount\": 0.5}"), 0.25, 0.6, 0));
        assertColour(
                new double[] {0.213, 0.213, 0.213},
                applied(matrix("{\"type\": \"saturation\", \"amount\": 0}"), 1, 0, 0));
        assertColour(
                new double[] {0, 0.427, 0.427},
                applied(matrix("{\"type\": \"hue\", \"angle\": 180}"), 1, 0, 0));
        assertColour(
                new double[] {0.6, 0.6, 0.6},
                applied(matrix("{\"type\": \"hue\", \"angle\": -75}"), 0.6, 0.6, 0.6));
    }

    @Test
    void whatChangesNothingIsLeftOut() {
        List<Effect> effects =
                effects(
                        """
                        [{"type": "brightness", "amount": 1}, {"type": "contrast", "amount": 1},
                         {"type": "saturation", "amount": 1}, {"type": "hue", "angle": 720},
                         {"type": "blur", "radius": 0},
                         {"type": "drop-shadow", "x": 4, "color": "#ff000000"}]\
                        """);
        assertEquals(6, effects.size());
        assertEquals(List.of(), Effects.at(effects, Rational.ZERO));
    }

    @Test
    void keyframesCountFromTheLayersStart() {
        List<Effect> effects =
                effects(
                        """
                        [{"type": "blur", "edges": "sharp", "radius": {"keyframes": [
                            {"time": 1, "value": 0}, {"time": 3, "value": "10%"}]}}]\
                        """);
        assertEquals(List.of(), Effects.at(effects, Rational.of(1)));
        assertEquals(
                List.of(new Filter.Blur(54, Filter.Edges.SHARP)),
                Effects.at(effects, Rational.of(2)));
        assertFalse(Effects.areConstant(effects));
    }

    /// Whatever class is used first: registry and effects need each other.
    @Test
    void everyEffectIsRegistered() {
        assertEquals(
                List.of("brightness", "contrast", "saturation", "hue", "blur", "drop-shadow"),
                Effects.EFFECT.kinds().stream()
                        .map(kind -> kind.type().constants().getFirst().value())
                        .toList());
    }

    @Test
    void constantsAreKnown() {
        assertTrue(Effects.areConstant(List.of()));
        assertTrue(Effects.areConstant(effects("[{\"type\": \"blur\", \"radius\": 3}]")));
        assertFalse(
                Effects.areConstant(
                        effects(
                                """
                                [{"type": "blur", "radius": 3}, {"type": "hue", "angle": {"keyframes": [
                                    {"time": 0, "value": 0}, {"time": 9, "value": 90}]}}]\
                                """)));
    }
}
