/// Decodes audio: track selection, the output’s sample clock, the mix to stereo. It never drops
/// samples without a decision. Start reading at [AudioInput].
@NullMarked
package com.autoclipr.libav.audio;

import org.jspecify.annotations.NullMarked;
