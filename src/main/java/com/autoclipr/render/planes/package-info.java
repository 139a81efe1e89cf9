/// Integer work on planes of samples: resampling Y′CbCr pictures, converting their matrix and
/// range, turning drawn R′G′B′ into Y′CbCr with alpha, and blending it all into a frame. It knows
/// nothing of layers, times or drawing engines, and computes the same bytes on every processor.
/// Start reading at [com.autoclipr.render.planes.YuvScaler], then
/// [com.autoclipr.render.planes.LayerRaster].
@NullMarked
package com.autoclipr.render.planes;

import org.jspecify.annotations.NullMarked;
