package com.autoclipr.composition;

import com.autoclipr.time.TimeRange;
import java.util.List;

/// A whole project. Lengths are canvas pixels (origin top left, y down), times are seconds as exact
/// fractions; percentages of the file were resolved when it was read.
///
/// @param canvas the coordinate space
/// @param overlay the part of the canvas that is exported
/// @param cut the part of the timeline that is exported
/// @param layers bottom to top
/// @param fonts font files that texts may use, besides the base font and the system's
/// @param output what the file should be
public record Project(
        Canvas canvas,
        Overlay overlay,
        TimeRange cut,
        List<Layer> layers,
        List<FontFile> fonts,
        Output output) {
    public Project {
        layers = List.copyOf(layers);
        fonts = List.copyOf(fonts);
    }
}
