/// Looks at a media file: what is in it, how long it is, what was adapted. It never changes a file.
/// Start reading at [MediaProbe].
@NullMarked
package com.autoclipr.libav.probe;

import org.jspecify.annotations.NullMarked;
