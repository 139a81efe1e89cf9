package com.autoclipr.render;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.time.Rational;

/// Single frames for tests.
final class Frames {
    static final long CACHE_BYTES = 64L << 20;

    private Frames() {}

    static OutputFrame render(Project project, PaintedMedia media, int width, int height) {
        return render(project, media, new PixelSize(width, height), Rational.ZERO);
    }

    static OutputFrame render(Project project, PaintedMedia media, PixelSize size, Rational time) {
        OutputFrame frame = new OutputFrame(size.width(), size.height());
        try (FrameRenderer renderer =
                new FrameRenderer(project, size, media.sources(), media, CACHE_BYTES)) {
            renderer.render(time, frame);
        }
        return frame;
    }
}
