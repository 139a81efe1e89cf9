/// Encodes, muxes and verifies output. It never reads a source. Start reading at [X264Encoder] and
/// [FileInspection].
@NullMarked
package com.autoclipr.libav.output;

import org.jspecify.annotations.NullMarked;
