package com.autoclipr.testkit.reading;

import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;

/// What one reading found of the pictures of a source.
///
/// @param displayWidth pixels, upright and with square pixels
/// @param displayHeight pixels, upright and with square pixels
/// @param pictures in the order in which they are shown
/// @param end source time of the end of the last picture, seconds
/// @param whole whether these are all pictures, or the first ones of many
/// @param tick seconds of the container's clock
/// @param gridStep seconds of a frame at the rate that the file is said to have
/// @param onGrid which picture is shown at n × `gridStep`, n = 0, 1, 2…; empty if it was not asked
/// @param colours of the first picture; empty if they were not read
record PictureReading(
        int displayWidth,
        int displayHeight,
        List<ShownPicture> pictures,
        Rational end,
        boolean whole,
        Rational tick,
        Optional<Rational> gridStep,
        List<Integer> onGrid,
        Optional<ColourPrint> colours) {
    PictureReading {
        pictures = List.copyOf(pictures);
        onGrid = List.copyOf(onGrid);
    }

    /// The same with every time moved.
    PictureReading earlierBy(Rational seconds) {
        List<ShownPicture> moved =
                pictures.stream()
                        .map(
                                p ->
                                        new ShownPicture(
                                                p.after().minus(seconds),
                                                p.begin().minus(seconds),
                                                p.width(),
                                                p.height(),
                                                p.print()))
                        .toList();
        return new PictureReading(
                displayWidth,
                displayHeight,
                moved,
                end.minus(seconds),
                whole,
                tick,
                gridStep,
                onGrid,
                colours);
    }

    /// The same as an edit list shows it.
    PictureReading edited(EditList list) {
        return new PictureReading(
                displayWidth,
                displayHeight,
                list.shown(pictures),
                list.end(),
                whole,
                tick,
                gridStep,
                onGrid,
                colours);
    }
}
