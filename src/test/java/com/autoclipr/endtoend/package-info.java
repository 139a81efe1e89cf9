/// What the program promises, tried from outside: each test makes a project and media with known
/// content, runs the command line in a process of its own, and reads the result back with the
/// `ffmpeg` and `ffprobe` programs. It never calls the engine's classes. Start reading at
/// [com.autoclipr.endtoend.FrameExactnessTest]; `-Dautoclipr.acceptance=full` runs the combinations
/// that are too many for every day.
@NullMarked
package com.autoclipr.endtoend;

import org.jspecify.annotations.NullMarked;
