/// Decoded pictures and output frames as values: planes, sizes, strides, colour properties. No
/// codec and no drawing. Start reading at [Picture].
@NullMarked
package com.autoclipr.media.picture;

import org.jspecify.annotations.NullMarked;
