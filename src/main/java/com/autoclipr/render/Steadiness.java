package com.autoclipr.render;

import com.autoclipr.composition.Frame;
import com.autoclipr.composition.Placement;

/// Whether a layer stays where it is for as long as it is there. Opacity does not matter: it is
/// applied when a raster is blended.
final class Steadiness {
    private Steadiness() {}

    static boolean of(Placement placement) {
        return placement.position().isConstant()
                && placement.anchor().isConstant()
                && placement.scale().isConstant()
                && placement.rotation().isConstant();
    }

    static boolean of(Frame frame) {
        return frame.width().isConstant()
                && frame.height().isConstant()
                && frame.fit().isConstant();
    }
}
