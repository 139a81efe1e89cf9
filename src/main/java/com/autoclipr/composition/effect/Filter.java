package com.autoclipr.composition.effect;

import com.autoclipr.composition.value.Colour;
import java.util.ArrayList;
import java.util.List;

/// What an effect does to the pixels of a layer at one moment. Closed, so that a renderer
/// interprets every kind. Lengths are canvas pixels, in the layer's own directions.
public sealed interface Filter {
    /// Whether it changes nothing.
    boolean isIdentity();

    /// A linear change of colours: `R′G′B′` from 0 to 1 is multiplied by a matrix and clipped.
    /// Transparency stays.
    ///
    /// @param rows of the matrix: factors of red, green and blue, and a constant, for each of the
    ///   three; 12 values
    record ColourMatrix(List<Double> rows) implements Filter {
        private static final List<Double> IDENTITY =
                List.of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0);

        public ColourMatrix {
            rows = List.copyOf(rows);
            if (rows.size() != 12) {
                throw new IllegalArgumentException("three rows of four, got " + rows);
            }
        }

        /// @param rows 12 values
        public static ColourMatrix of(double... rows) {
            List<Double> values = new ArrayList<>();
            for (double value : rows) {
                values.add(value);
            }
            return new ColourMatrix(values);
        }

        /// The same change of all three channels.
        public static ColourMatrix ofEach(double factor, double constant) {
            return of(factor, 0, 0, constant, 0, factor, 0, constant, 0, 0, factor, constant);
        }

        @Override
        public boolean isIdentity() {
            return rows.equals(IDENTITY);
        }
    }

    /// A Gaussian blur.
    ///
    /// @param sigma standard deviation
    /// @param edges what becomes of the layer's outline
    record Blur(double sigma, Edges edges) implements Filter {
        @Override
        public boolean isIdentity() {
            return sigma == 0;
        }
    }

    /// What a blur does to a layer's outline.
    enum Edges {
        /// It is blurred too, and grows beyond the layer's box.
        SOFT,
        /// It stays: only colours inside it are mixed.
        SHARP
    }

    /// A blurred, coloured copy below the layer.
    ///
    /// @param x to the right
    /// @param y down
    /// @param sigma standard deviation
    record Shadow(double x, double y, double sigma, Colour colour) implements Filter {
        @Override
        public boolean isIdentity() {
            return colour.alpha() == 0;
        }
    }
}
