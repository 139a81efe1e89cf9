/// Mixes the sound of the cut: every audible layer on one sample clock, volume, sum, limiter, then
/// the encoder. It never touches pictures, files or native code, and never works chunk by chunk:
/// the encoder's priming would click at every join. Start reading at
/// [com.autoclipr.audio.AudioProcessor].
@NullMarked
package com.autoclipr.audio;

import org.jspecify.annotations.NullMarked;
