/// Skia, with CPU rasters only: loading its library, drawing into rasters, fonts and text layout.
/// It knows nothing of time, keyframes or frames, and every Skia object is closed by the class that
/// created it. Start reading at [com.autoclipr.render.skia.DrawingSurface], then
/// [com.autoclipr.render.skia.TextLayout].
@NullMarked
package com.autoclipr.render.skia;

import org.jspecify.annotations.NullMarked;
