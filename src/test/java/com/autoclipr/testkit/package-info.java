/// Makes test media with known content, runs the program under test as users do, and reads finished
/// files back with an independent decoder: the `ffmpeg` and `ffprobe` programs of the FFmpeg
/// bundle. It must never call the engine's own code to judge the engine, and never reads media that
/// the repository did not make. Start reading at [com.autoclipr.testkit.media.NumberedVideo] and
/// [com.autoclipr.testkit.Autoclipr].
@NullMarked
package com.autoclipr.testkit;

import org.jspecify.annotations.NullMarked;
