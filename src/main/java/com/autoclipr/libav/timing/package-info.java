/// Starts, ends and frame rates of streams, and which timestamps are reliable. Nothing is decoded
/// here. Start reading at [SourceTimes].
@NullMarked
package com.autoclipr.libav.timing;

import org.jspecify.annotations.NullMarked;
