package com.autoclipr.render;

import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.media.FontSource;
import com.autoclipr.render.skia.DrawingSurface;
import com.autoclipr.render.skia.FontLibrary;
import com.autoclipr.render.skia.SkiaRuntime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shared by painters: the layer cache, and Skia's surface and fonts, which are created on demand
/// (a project of plain videos never loads Skia). Owned and closed by the renderer.
final class DrawingTools implements AutoCloseable {
    private final PixelSize output;
    private final LayerCache cache;
    private final List<FontFile> fontFiles;
    private final Map<String, FontSource> fontPaths;
    private @Nullable DrawingSurface surface;
    private @Nullable FontLibrary fonts;
    private long picturesDecoded;

    DrawingTools(
            PixelSize output,
            LayerCache cache,
            List<FontFile> fontFiles,
            Map<String, FontSource> fontPaths) {
        this.output = output;
        this.cache = cache;
        this.fontFiles = fontFiles;
        this.fontPaths = fontPaths;
    }

    int width() {
        return output.width();
    }

    int height() {
        return output.height();
    }

    LayerCache cache() {
        return cache;
    }

    DrawingSurface surface() {
        if (surface == null) {
            SkiaRuntime.load();
            surface = new DrawingSurface();
        }
        return surface;
    }

    FontLibrary fonts() {
        if (fonts == null) {
            SkiaRuntime.load();
            fonts = new FontLibrary(fontFiles, fontPaths);
        }
        return fonts;
    }

    void countPicture() {
        picturesDecoded++;
    }

    long picturesDecoded() {
        return picturesDecoded;
    }

    @Override
    public void close() {
        if (surface != null) {
            surface.close();
        }
        if (fonts != null) {
            fonts.close();
        }
    }
}
