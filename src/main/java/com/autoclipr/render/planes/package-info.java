/// Integer arithmetic on planes: resampling Y′CbCr pictures, converting matrix and range,
/// converting drawn R′G′B′ to Y′CbCr with alpha, and blending into a frame. It knows nothing of
/// layers, times or drawing engines, and computes the same bytes on every CPU. Start reading at
/// [com.autoclipr.render.planes.YuvScaler], then [com.autoclipr.render.planes.LayerRaster].
@NullMarked
package com.autoclipr.render.planes;

import org.jspecify.annotations.NullMarked;
