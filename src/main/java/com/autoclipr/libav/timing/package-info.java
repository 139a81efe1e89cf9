/// When the streams of a file begin and end, how often pictures change, and which timestamps to
/// believe. Nothing is decoded here. Start reading at [SourceTimes].
@NullMarked
package com.autoclipr.libav.timing;

import org.jspecify.annotations.NullMarked;
