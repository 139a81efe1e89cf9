package com.autoclipr.render;

import com.autoclipr.composition.Transform;
import com.autoclipr.composition.value.Anchor;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Point;
import com.autoclipr.time.Rational;

/// The time at which a layer is drawn, and from where it is seen.
///
/// @param layerTime seconds from the layer's start
/// @param fromCanvas canvas pixels to output pixels
record FrameContext(Rational layerTime, Affine fromCanvas) {
    /// From pixels of a layer's box (its top left corner being the origin) to output pixels.
    Affine fromBox(Transform transform, double boxWidth, double boxHeight) {
        Point position = transform.position().at(layerTime, Interpolation.POINT);
        Anchor anchor = transform.anchor().at(layerTime, Anchor.INTERPOLATION);
        Point fixed = anchor.in(boxWidth, boxHeight);
        Point scale = transform.scale().at(layerTime, Interpolation.POINT);
        double degrees = transform.rotation().at(layerTime, Interpolation.NUMBER);
        return fromCanvas
                .after(Affine.translation(position.x(), position.y()))
                .after(Affine.rotation(degrees))
                .after(Affine.scale(scale.x(), scale.y()))
                .after(Affine.translation(-fixed.x(), -fixed.y()));
    }

    /// 0 to 256.
    int opacity(Transform transform) {
        double opacity = transform.opacity().at(layerTime, Interpolation.NUMBER);
        return (int) Math.rint(Math.clamp(opacity, 0, 1) * 256);
    }
}
