package com.autoclipr.render;

import com.autoclipr.composition.Transform;
import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.effect.Effects;
import com.autoclipr.composition.effect.Filter;
import com.autoclipr.composition.value.Anchor;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Point;
import com.autoclipr.time.Rational;
import java.util.List;

/// The time at which a layer is drawn, and the view.
///
/// @param layerTime seconds from the layer's start
/// @param fromCanvas canvas pixels to output pixels
record FrameContext(Rational layerTime, Affine fromCanvas) {
    /// The transform from a layer's box (origin at its top left corner) to output pixels.
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

    /// The opacity, 0 to 256.
    int opacity(Transform transform) {
        double opacity = transform.opacity().at(layerTime, Interpolation.NUMBER);
        return (int) Math.rint(Math.clamp(opacity, 0, 1) * 256);
    }

    /// What the layer's effects do.
    List<Filter> filters(List<Effect> effects) {
        return Effects.at(effects, layerTime);
    }
}
