package com.autoclipr.render;

import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Transform;

/// Decides whether the transform of a layer is constant. Opacity does not matter, because it is
/// applied when a raster is blended.
final class StaticTransform {
    private StaticTransform() {}

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
