/// Skia, on the processor only: loading its library, drawing into rasters, fonts and laid-out text.
/// It knows nothing of time, keyframes or frames, and every object of Skia's is closed by the class
/// here that made it. Start reading at [com.autoclipr.render.skia.DrawingSurface], then
/// [com.autoclipr.render.skia.TextLayout].
@NullMarked
package com.autoclipr.render.skia;

import org.jspecify.annotations.NullMarked;
