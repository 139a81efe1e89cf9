package com.autoclipr.render;

import com.autoclipr.composition.value.Colour;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.planes.Region;
import com.autoclipr.render.planes.RgbaConversion;
import java.util.Arrays;

/// What is seen where no layer is: the canvas' background, and black bars beside the overlay.
final class Backgrounds {
    private static final int[] BLACK = RgbaConversion.opaque(0, 0, 0);

    private final int[] background;
    private final Viewport viewport;

    Backgrounds(Colour background, Viewport viewport) {
        this.background =
                RgbaConversion.opaque(background.red(), background.green(), background.blue());
        this.viewport = viewport;
    }

    void clear(OutputFrame frame) {
        Arrays.fill(frame.luma(), (byte) background[0]);
        Arrays.fill(frame.cb(), (byte) background[1]);
        Arrays.fill(frame.cr(), (byte) background[2]);
    }

    void drawBars(OutputFrame frame) {
        if (!viewport.hasBars()) {
            return;
        }
        Region seen = viewport.seen();
        int width = frame.width();
        int height = frame.height();
        fill(frame, new Region(0, 0, width, seen.top()));
        fill(frame, new Region(0, seen.bottom(), width, height - seen.bottom()));
        fill(frame, new Region(0, seen.top(), seen.left(), seen.height()));
        fill(frame, new Region(seen.right(), seen.top(), width - seen.right(), seen.height()));
    }

    private static void fill(OutputFrame frame, Region part) {
        fill(frame.luma(), frame.width(), part, BLACK[0]);
        fill(frame.cb(), frame.width() / 2, part.chroma(), BLACK[1]);
        fill(frame.cr(), frame.width() / 2, part.chroma(), BLACK[2]);
    }

    private static void fill(byte[] plane, int stride, Region part, int value) {
        for (int y = part.top(); y < part.bottom(); y++) {
            int from = y * stride + part.left();
            Arrays.fill(plane, from, from + part.width(), (byte) value);
        }
    }
}
