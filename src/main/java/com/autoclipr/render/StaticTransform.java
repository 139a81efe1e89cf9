package com.autoclipr.render;

import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.composition.effect.Effects;

/// Decides whether a layer looks the same at any time, its content aside. Opacity does not matter,
/// because it is applied when a raster is blended.
final class StaticTransform {
    private StaticTransform() {}

    /// Its transform and its effects.
    static boolean of(VisualLayer layer) {
        return of(layer.transform()) && Effects.areConstant(layer.effects());
    }

    static boolean of(Transform transform) {
        return transform.position().isConstant()
                && transform.anchor().isConstant()
                && transform.scale().isConstant()
                && transform.rotation().isConstant();
    }

    static boolean of(PictureBox frame) {
        return frame.width().isConstant()
                && frame.height().isConstant()
                && frame.fit().isConstant();
    }
}
