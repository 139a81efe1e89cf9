/// Colour conversion in plain Java: ICC profiles, chromaticities, transfer curves. It never touches
/// files or native code: it is given bytes and numbers. Start reading at [ColourTransform].
@NullMarked
package com.autoclipr.libav.colour;

import org.jspecify.annotations.NullMarked;
