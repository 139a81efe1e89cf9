package com.autoclipr.cli.clip;

import com.autoclipr.time.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a 9:16 overlay lies across a canvas.
public sealed interface OverlayPlace {
    OverlayPlace CENTRE = new Part(Rational.of(1, 2));

    /// The centre of the overlay, in canvas pixels from the left edge.
    ///
    /// @param canvasWidth canvas pixels
    /// @param overlayWidth canvas pixels
    Rational centreX(Rational canvasWidth, Rational overlayWidth);

    /// As far to the right as `part` of what is possible: 0 is the left edge, 1 the right one.
    record Part(Rational part) implements OverlayPlace {
        @Override
        public Rational centreX(Rational canvasWidth, Rational overlayWidth) {
            Rational free = canvasWidth.minus(overlayWidth);
            return overlayWidth.dividedBy(Rational.of(2)).plus(free.times(part));
        }
    }

    /// Its centre in canvas pixels.
    record Pixels(Rational x) implements OverlayPlace {
        @Override
        public Rational centreX(Rational canvasWidth, Rational overlayWidth) {
            return x;
        }
    }

    /// Its centre in percent of the canvas' width.
    record Percent(Rational x) implements OverlayPlace {
        @Override
        public Rational centreX(Rational canvasWidth, Rational overlayWidth) {
            return canvasWidth.times(x).dividedBy(Rational.of(100));
        }
    }

    /// Reads `left`, `centre`, `center`, `right`, `x=700` or `x=30%`.
    static Optional<OverlayPlace> parse(String text) {
        Matcher named = NUMBER.matcher(text);
        if (named.matches()) {
            Rational x = Rational.parse(named.group(1));
            return Optional.of(named.group(2).isEmpty() ? new Pixels(x) : new Percent(x));
        }
        return switch (text) {
            case "left" -> Optional.of(new Part(Rational.ZERO));
            case "centre", "center" -> Optional.of(CENTRE);
            case "right" -> Optional.of(new Part(Rational.ONE));
            default -> Optional.empty();
        };
    }

    /// `x=` and a decimal number, in percent if it says so.
    Pattern NUMBER = Pattern.compile("x=(\\d{1,5}(?:\\.\\d{1,6})?)(%?)");
}
