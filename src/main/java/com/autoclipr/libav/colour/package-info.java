/// What the samples of a source mean as colours, in plain Java: ICC profiles, chromaticities, light
/// curves. It must never touch a file or native code: it is given bytes and numbers. Start reading
/// at [ColourTransform].
@NullMarked
package com.autoclipr.libav.colour;

import org.jspecify.annotations.NullMarked;
