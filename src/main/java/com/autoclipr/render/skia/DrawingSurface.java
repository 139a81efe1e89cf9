package com.autoclipr.render.skia;

import com.autoclipr.render.planes.LayerRaster;
import com.autoclipr.render.planes.RgbaConversion;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/// Draws layers into rasters, through one native buffer that it owns and reuses. Closed by whoever
/// made it; not for several threads at once.
public final class DrawingSurface implements AutoCloseable {
    private Arena arena = Arena.ofShared();
    private MemorySegment pixels = MemorySegment.NULL;

    /// Draws on an empty canvas of `width` × `height` output pixels, both even.
    public LayerRaster draw(int width, int height, Consumer<Canvas> painting) {
        long rowBytes = width * 4L;
        MemorySegment part = cleared(rowBytes * height);
        ImageInfo info = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.PREMUL);
        try (Surface surface = Surface.wrapPixels(info, part.address(), rowBytes)) {
            painting.accept(surface.getCanvas());
        }
        return RgbaConversion.convert(part, width, height);
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
