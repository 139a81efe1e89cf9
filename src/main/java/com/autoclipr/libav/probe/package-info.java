/// Probes a media file: its streams, duration, and decisions. It never changes a file. Start
/// reading at [MediaProbe].
@NullMarked
package com.autoclipr.libav.probe;

import org.jspecify.annotations.NullMarked;
