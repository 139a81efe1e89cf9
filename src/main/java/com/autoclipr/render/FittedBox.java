package com.autoclipr.render;

import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.render.planes.Bounds;
import com.autoclipr.time.Rational;

/// The box of a picture at a moment and where the picture lies in it, canvas pixels from the box's
/// top left corner.
///
/// @param box the whole box
/// @param content where the whole picture lies; may stick out of the box
/// @param backdrop whether a blurred [#covering()] lies behind it
record FittedBox(Bounds box, Bounds content, boolean backdrop) {
    /// @param displayWidth of the picture, square pixels
    /// @param displayHeight likewise
    static FittedBox of(PictureBox frame, Rational layerTime, int displayWidth, int displayHeight) {
        double width = Math.max(0, frame.width().at(layerTime, Interpolation.NUMBER));
        double height = Math.max(0, frame.height().at(layerTime, Interpolation.NUMBER));
        Bounds box = new Bounds(0, 0, width, height);
        Fit fit = frame.fit().at(layerTime, Interpolation.FIT);
        double fillX = width / displayWidth;
        double fillY = height / displayHeight;
        double factor =
                switch (fit) {
                    case COVER -> Math.max(fillX, fillY);
                    case CONTAIN, CONTAIN_BLUR -> Math.min(fillX, fillY);
                    case FILL, NONE -> 1;
                };
        Bounds content =
                fit == Fit.FILL ? box : centred(box, displayWidth * factor, displayHeight * factor);
        return new FittedBox(box, content, fit == Fit.CONTAIN_BLUR && fillX != fillY);
    }

    /// Where the picture lies that covers the box.
    Bounds covering() {
        double factor = Math.max(box.width() / content.width(), box.height() / content.height());
        return centred(box, content.width() * factor, content.height() * factor);
    }

    /// What is seen of the content.
    Bounds clip() {
        return content.within(box);
    }

    private static Bounds centred(Bounds box, double width, double height) {
        double left = (box.width() - width) / 2;
        double top = (box.height() - height) / 2;
        return new Bounds(left, top, left + width, top + height);
    }
}
