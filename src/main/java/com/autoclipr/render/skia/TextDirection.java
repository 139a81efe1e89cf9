package com.autoclipr.render.skia;

import com.autoclipr.composition.TextLayer;
import io.github.humbleui.skija.paragraph.Direction;

/// The base direction of a text.
final class TextDirection {
    private TextDirection() {}

    static Direction of(TextLayer layer) {
        return switch (layer.direction()) {
            case LTR -> Direction.LTR;
            case RTL -> Direction.RTL;
            case AUTO -> byFirstStrong(layer.text());
        };
    }

    /// Rules P2 and P3 of the Unicode bidirectional algorithm (UAX #9), without the exception for
    /// isolates: the first strong character decides; left to right if there is none.
    private static Direction byFirstStrong(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .filter(
                        direction ->
                                direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                        || direction
                                                == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .mapToObj(
                        direction ->
                                direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                                        ? Direction.LTR
                                        : Direction.RTL)
                .findFirst()
                .orElse(Direction.LTR);
    }
}
