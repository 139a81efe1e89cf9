/// Implements the ports of `media` with FFmpeg's libraries, through owning handles. No other room
/// may name `org.bytedeco`, no pointer leaves this room, and it is loaded in worker processes only.
/// Start reading at [com.autoclipr.libav.LibavMedia].
@NullMarked
package com.autoclipr.libav;

import org.jspecify.annotations.NullMarked;
