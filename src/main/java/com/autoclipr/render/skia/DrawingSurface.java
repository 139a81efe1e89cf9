package com.autoclipr.render.skia;

import com.autoclipr.render.planes.LayerRaster;
import com.autoclipr.render.planes.RgbaConversion;
import com.autoclipr.render.planes.RowAverage;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/// Draws layers into rasters, through a native buffer that it owns and reuses. Closed by its
/// creator; not thread-safe.
public final class DrawingSurface implements AutoCloseable {
    /// Vertical supersampling of outlines. Skia snaps the ends of edges to quarters of a row, so
    /// slow vertical moves would jitter by an eighth of a pixel; with eight rows it is 1/64.
    private static final int OUTLINE_ROWS = RowAverage.ROWS;

    private Arena arena = Arena.ofShared();
    private MemorySegment pixels = MemorySegment.NULL;

    /// Draws pictures on an empty canvas of `width` × `height` output pixels, both even.
    public LayerRaster drawPictures(int width, int height, Consumer<Canvas> painting) {
        return RgbaConversion.convert(drawn(width, height, painting), width, height);
    }

    /// Draws outlines (shapes, glyphs) likewise, at exact positions.
    public LayerRaster drawOutlines(int width, int height, Consumer<Canvas> painting) {
        MemorySegment tall =
                drawn(
                        width,
                        height * OUTLINE_ROWS,
                        canvas -> {
                            canvas.scale(1, OUTLINE_ROWS);
                            painting.accept(canvas);
                        });
        RowAverage.ofEight(tall, width, height);
        return RgbaConversion.convert(tall, width, height);
    }

    private MemorySegment drawn(int width, int height, Consumer<Canvas> painting) {
        long rowBytes = width * 4L;
        MemorySegment part = cleared(rowBytes * height);
        ImageInfo info = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.PREMUL);
        try (Surface surface = Surface.wrapPixels(info, part.address(), rowBytes)) {
            painting.accept(surface.getCanvas());
        }
        return part;
    }

    @Override
    public void close() {
        arena.close();
    }

    private MemorySegment cleared(long bytes) {
        if (pixels.byteSize() < bytes) {
            arena.close();
            arena = Arena.ofShared();
            pixels = arena.allocate(bytes, 64);
        }
        return pixels.asSlice(0, bytes).fill((byte) 0);
    }
}
