/// An open media file: supported containers, packets and their timestamps, the primary image.
/// Nothing is decoded here. Start reading at [InputFile].
@NullMarked
package com.autoclipr.libav.input;

import org.jspecify.annotations.NullMarked;
