/// Mixes the audio of the cut: every audible layer on one sample clock, volume, sum, limiter,
/// encoder. It never touches pictures, files or native code, and never works per chunk: encoder
/// priming would click at every join. Start reading at [com.autoclipr.audio.AudioProcessor].
@NullMarked
package com.autoclipr.audio;

import org.jspecify.annotations.NullMarked;
