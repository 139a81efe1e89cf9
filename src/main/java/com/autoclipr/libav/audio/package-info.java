/// Decodes audio: which tracks are heard, on the output’s sample clock, mixed to stereo. It never
/// drops samples without a decision. Start reading at [AudioInput].
@NullMarked
package com.autoclipr.libav.audio;

import org.jspecify.annotations.NullMarked;
