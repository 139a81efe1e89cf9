package com.autoclipr.composition.json;

import com.autoclipr.composition.Anchor;
import com.autoclipr.composition.Easing;
import com.autoclipr.composition.Fit;
import com.autoclipr.composition.Loop;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.TextLayer.Align;
import com.autoclipr.composition.TextLayer.Direction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names that the project file has for closed choices, in the order in which they are listed to
/// people.
final class Names {
    static final Map<String, Easing> EASINGS =
            inOrder(
                    "linear", Easing.LINEAR,
                    "ease", Easing.EASE,
                    "ease-in", Easing.EASE_IN,
                    "ease-out", Easing.EASE_OUT,
                    "ease-in-out", Easing.EASE_IN_OUT,
                    "hold", Easing.HOLD);

    static final Map<String, Fit> FITS =
            inOrder(
                    "cover", Fit.COVER,
                    "contain", Fit.CONTAIN,
                    "fill", Fit.FILL,
                    "none", Fit.NONE,
                    "contain-blur", Fit.CONTAIN_BLUR);

    static final Map<String, Loop> LOOPS =
            inOrder("source", Loop.SOURCE, "forever", Loop.FOREVER, "once", Loop.ONCE);

    static final Map<String, Align> ALIGNMENTS =
            inOrder(
                    "left", Align.LEFT,
                    "center", Align.CENTER,
                    "right", Align.RIGHT,
                    "start", Align.START,
                    "end", Align.END,
                    "justify", Align.JUSTIFY);

    static final Map<String, Direction> DIRECTIONS =
            inOrder("auto", Direction.AUTO, "ltr", Direction.LTR, "rtl", Direction.RTL);

    static final Map<String, Anchor> ANCHORS =
            inOrder(
                    "center", Anchor.CENTRE,
                    "top-left", part(0, 0),
                    "top", part(0.5, 0),
                    "top-right", part(1, 0),
                    "left", part(0, 0.5),
                    "right", part(1, 0.5),
                    "bottom-left", part(0, 1),
                    "bottom", part(0.5, 1),
                    "bottom-right", part(1, 1));

    static final Map<String, Boolean> FONT_STYLES = inOrder("normal", false, "italic", true);

    static final Map<String, Boolean> AUDIO = inOrder("aac", true, "none", false);

    static final Map<String, String> PRESETS = presets();

    private Names() {}

    private static Anchor part(double x, double y) {
        return new Anchor(x, 0, y, 0);
    }

    /// libx264's, fastest first.
    private static Map<String, String> presets() {
        Map<String, String> presets = new LinkedHashMap<>();
        for (String name : Output.PRESETS) {
            presets.put(name, name);
        }
        return Collections.unmodifiableMap(presets);
    }

    /// A map of name, value, name, value… that keeps their order.
    static <T> Map<String, T> inOrder(Object... namesAndValues) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            @SuppressWarnings("unchecked") // callers name the type of their values
            T value = (T) namesAndValues[i + 1];
            map.put((String) namesAndValues[i], value);
        }
        return Collections.unmodifiableMap(map);
    }

    /// The name of a value.
    static <T> String of(Map<String, T> names, T value) {
        for (Map.Entry<String, T> entry : names.entrySet()) {
            if (entry.getValue().equals(value)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no name for " + value);
    }
}
