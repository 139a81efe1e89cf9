package com.autoclipr.cli.clip;

/// A font size for a title: as large as fits, by the usual widths of letters in bold Inter. The
/// engine wraps the lines; an estimate that is off costs one line more.
final class TitleSize {
    /// Parts of the overlay's width.
    private static final double LARGEST = 0.125;

    private static final double SMALLEST = 0.045;
    private static final double STEP = 0.0025;

    /// Lines that are read at a glance.
    private static final int MOST_LINES = 4;

    static final double LINE_HEIGHT = 1.15;

    private TitleSize() {}

    /// The font size in canvas pixels.
    ///
    /// @param text lines are separated by `\n`
    /// @param overlayWidth canvas pixels; sizes are in proportion to it
    /// @param width of the lines, canvas pixels
    /// @param height of all lines, canvas pixels
    static double of(String text, double overlayWidth, double width, double height) {
        for (double part = LARGEST; part > SMALLEST; part -= STEP) {
            double size = part * overlayWidth;
            int lines = lines(text, width / size);
            boolean few = lines <= Math.max(MOST_LINES, text.lines().count());
            if (few && lines * size * LINE_HEIGHT <= height) {
                return size;
            }
        }
        return SMALLEST * overlayWidth;
    }

    /// Lines after wrapping between words; a word that is wider than a line fits in none.
    ///
    /// @param widthEm of a line, in font sizes
    private static int lines(String text, double widthEm) {
        int lines = 0;
        for (String line : text.lines().toList()) {
            lines++;
            double used = 0;
            for (String word : line.split(" ", -1)) {
                double needed = width(word);
                if (needed > widthEm) {
                    return Integer.MAX_VALUE / 2;
                }
                if (used > 0 && used + width(" ") + needed > widthEm) {
                    lines++;
                    used = 0;
                }
                used += (used > 0 ? width(" ") : 0) + needed;
            }
        }
        return lines;
    }

    /// In font sizes.
    private static double width(String text) {
        return text.codePoints().mapToDouble(TitleSize::width).sum();
    }

    private static double width(int character) {
        if (Character.isIdeographic(character) || character > 0xFFFF) {
            return 1.05; // full width, and emoji
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if ("iIjl.,:;'!| ’".indexOf(character) >= 0) {
            return 0.32;
        }
        if ("mwMW—%@".indexOf(character) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(character) ? 0.74 : 0.64;
    }
}
