/// Decoded pictures and finished frames as values: planes, sizes, strides, what their samples mean.
/// No codec and no drawing. Start reading at [Picture].
@NullMarked
package com.autoclipr.media.picture;

import org.jspecify.annotations.NullMarked;
