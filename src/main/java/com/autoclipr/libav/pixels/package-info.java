/// Decoded frames of every pixel format as planes or RGBA. It knows no file and no timestamp. Start
/// reading at [FrameConverter].
@NullMarked
package com.autoclipr.libav.pixels;

import org.jspecify.annotations.NullMarked;
