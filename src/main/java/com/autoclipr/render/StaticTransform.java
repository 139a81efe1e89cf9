package com.autoclipr.render;

import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Transform;

/// Whether a layer stays where it is for as long as it is there. Opacity does not matter: it is
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
