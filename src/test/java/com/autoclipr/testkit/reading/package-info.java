/// Holds what the engine reads from a file against a second, independent reading of it: the bundled
/// `ffmpeg` and `ffprobe` programs and, for still pictures, the readers of `javax.imageio`. It must
/// never use the engine's code for the second reading. Start reading at
/// [com.autoclipr.testkit.reading.SecondReading].
@NullMarked
package com.autoclipr.testkit.reading;

import org.jspecify.annotations.NullMarked;
