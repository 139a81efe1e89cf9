package com.autoclipr.render.skia;

import com.autoclipr.render.filter.Pixels;
import com.autoclipr.render.planes.LayerRaster;
import com.autoclipr.render.planes.Region;
import com.autoclipr.render.planes.RgbaConversion;
import com.autoclipr.render.planes.RowAverage;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// Draws layers into rasters, through a native buffer that it owns and reuses. Closed by its
/// creator; not thread-safe.
public final class DrawingSurface implements AutoCloseable {
    /// Vertical supersampling of outlines. Skia snaps the ends of edges to quarters of a row, so
    /// slow vertical moves would jitter by an eighth of a pixel; with eight rows it is 1/64.
    private static final int OUTLINE_ROWS = RowAverage.ROWS;

    /// Outlines are drawn in strips of this size if others than the visible ones are needed.
    private static final int MOST_BYTES = 64 << 20;

    private Arena arena = Arena.ofShared();
    private MemorySegment pixels = MemorySegment.NULL;

    /// Draws pictures on an empty canvas of `width` × `height` output pixels, both even.
    public LayerRaster drawPictures(int width, int height, Consumer<Canvas> painting) {
        return RgbaConversion.convert(drawn(width, height, painting), width, height);
    }

    /// Draws outlines (shapes, glyphs) likewise, at exact positions.
    public LayerRaster drawOutlines(int width, int height, Consumer<Canvas> painting) {
        return RgbaConversion.convert(averaged(width, height, painting), width, height);
    }

    private MemorySegment averaged(int width, int height, Consumer<Canvas> painting) {
        MemorySegment tall =
                drawn(
                        width,
                        height * OUTLINE_ROWS,
                        canvas -> {
                            canvas.scale(1, OUTLINE_ROWS);
                            painting.accept(canvas);
                        });
        RowAverage.ofEight(tall, width, height);
        return tall;
    }

    /// A canvas of which a part is kept.
    ///
    /// @param width even
    /// @param height even
    /// @param part of it, even
    public record Cropped(int width, int height, Region part) {}

    /// Draws likewise, lets `filter` change the pixels, and keeps a part of them.
    ///
    /// @param outlines whether to draw outlines rather than pictures
    public LayerRaster drawFiltered(
            Cropped size, boolean outlines, Consumer<Canvas> painting, Consumer<Pixels> filter) {
        int width = size.width;
        int height = size.height;
        Pixels all = new Pixels(new int[width * height], width, height);
        int rows = outlines ? Math.max(2, MOST_BYTES / (width * 4 * OUTLINE_ROWS)) : height;
        for (int top = 0; top < height; top += rows) {
            int below = top;
            int tall = Math.min(rows, height - top);
            Consumer<Canvas> strip =
                    canvas -> {
                        canvas.translate(0, -below);
                        painting.accept(canvas);
                    };
            MemorySegment drawn =
                    outlines ? averaged(width, tall, strip) : drawn(width, tall, strip);
            MemorySegment.copy(
                    drawn,
                    ValueLayout.JAVA_INT_UNALIGNED,
                    0,
                    all.data(),
                    top * width,
                    width * tall);
        }
        filter.accept(all);
        Region part = size.part;
        MemorySegment kept = cleared((long) part.width() * part.height() * 4);
        for (int y = 0; y < part.height(); y++) {
            MemorySegment.copy(
                    all.data(),
                    (part.top() + y) * width + part.left(),
                    kept,
                    ValueLayout.JAVA_INT_UNALIGNED,
                    (long) y * part.width() * 4,
                    part.width());
        }
        return RgbaConversion.convert(kept, part.width(), part.height());
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
